{{- define "config.generatedKeys" -}}
DAKENH_CONFIG_KEYCLOAK_CLIENT_SECRET DAKENH_CONFIG_OWNER_HASH_KEY
{{- end -}}

{{- define "config.mongodbSecret" -}}
{{- required "config.mongodb.existingSecret is missing: a Secret with the connection string of MongoDB" .Values.mongodb.existingSecret -}}
{{- end -}}

{{- define "config.env" -}}
{{- $keys := include "dakenh-lib.keysSecret" . -}}
{{ include "dakenh-lib.secretEnv" (dict "name" "QUARKUS_MONGODB_CONNECTION_STRING" "secret" (include "config.mongodbSecret" .) "key" .Values.mongodb.key) }}
- name: DAKENH_CONFIG_KEYCLOAK_URL
  value: {{ include "dakenh-lib.keycloakUrl" . }}
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_CONFIG_KEYCLOAK_CLIENT_SECRET" "secret" $keys "key" "DAKENH_CONFIG_KEYCLOAK_CLIENT_SECRET") }}
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_CONFIG_OWNER_HASH_KEY" "secret" $keys "key" "DAKENH_CONFIG_OWNER_HASH_KEY") }}
{{ include "dakenh-lib.trustedProxies" (dict "root" . "name" "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES") }}
- name: DAKENH_PUBLIC_URL
  value: {{ include "dakenh-lib.publicUrl" . }}
- name: DAKENH_CONFIG_SIGN_UP_OPEN
  value: {{ .Values.signUp.open | quote }}
{{- include "dakenh-lib.mail" (dict "root" . "prefix" "DAKENH_CONFIG") }}
{{- end -}}
