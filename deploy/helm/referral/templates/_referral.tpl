{{- define "referral.generatedKeys" -}}
DAKENH_REFERRAL_HASH_KEY
{{- end -}}

{{- define "referral.env" -}}
{{ include "dakenh-lib.postgresEnv" . }}
- name: DAKENH_PUBLIC_URL
  value: {{ include "dakenh-lib.publicUrl" . }}
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_REFERRAL_HASH_KEY" "secret" (include "dakenh-lib.keysSecret" .) "key" "DAKENH_REFERRAL_HASH_KEY") }}
{{ include "dakenh-lib.trustedProxies" (dict "root" . "name" "DAKENH_TRUSTED_PROXIES") }}
{{- end -}}
