{{- define "channels.generatedKeys" -}}
DAKENH_CHANNELS_TOKEN_KEY
{{- end -}}

{{- define "channels.env" -}}
{{- $keys := include "dakenh-lib.keysSecret" . -}}
{{ include "dakenh-lib.postgresEnv" . }}
- name: DAKENH_PUBLIC_URL
  value: {{ include "dakenh-lib.publicUrl" . }}
- name: DAKENH_CHANNELS_LIVETALK_URL
  value: {{ include "dakenh-lib.serviceUrl" (dict "root" . "name" "livetalk") }}
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_CHANNELS_TOKEN_KEY" "secret" $keys "key" "DAKENH_CHANNELS_TOKEN_KEY") }}
# Former keys of a rotation, separated by commas; they still open what they sealed.
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_CHANNELS_PREVIOUS_TOKEN_KEYS" "secret" $keys "key" "DAKENH_CHANNELS_PREVIOUS_TOKEN_KEYS" "optional" true) }}
{{- with .Values.facebook.appId }}
- name: DAKENH_CHANNELS_FACEBOOK_APP_ID
  value: {{ . | quote }}
{{- end }}
{{- with .Values.facebook.loginConfigId }}
- name: DAKENH_CHANNELS_FACEBOOK_LOGIN_CONFIG_ID
  value: {{ . | quote }}
{{- end }}
{{- with .Values.zalo.appId }}
- name: DAKENH_CHANNELS_ZALO_APP_ID
  value: {{ . | quote }}
{{- end }}
{{- with .Values.providers.existingSecret }}
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_CHANNELS_FACEBOOK_APP_SECRET" "secret" . "key" "facebook-app-secret" "optional" true) }}
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_CHANNELS_FACEBOOK_VERIFY_TOKEN" "secret" . "key" "facebook-verify-token" "optional" true) }}
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_CHANNELS_ZALO_APP_SECRET" "secret" . "key" "zalo-app-secret" "optional" true) }}
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_CHANNELS_ZALO_OA_SECRET" "secret" . "key" "zalo-oa-secret" "optional" true) }}
{{- end }}
{{- end -}}
