{{- define "dakenh.labels" -}}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: dakenh
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "dakenh.host" -}}
{{- (urlParse (include "dakenh-lib.publicUrl" .)).host | splitList ":" | first -}}
{{- end -}}

{{/* Secret with role and password of a database of ours: dict "root" $ "name" "livetalk". */}}
{{- define "dakenh.databaseSecret" -}}
{{- if eq .name "keycloak" -}}
{{- printf "%s-keycloak-database" .root.Release.Name -}}
{{- else -}}
{{- default (printf "%s-%s-database" .root.Release.Name .name) (index .root.Values .name).database.existingSecret -}}
{{- end -}}
{{- end -}}

{{- define "dakenh.relational" -}}
livetalk routing billing referral channels
{{- end -}}

{{- define "dakenh.configKeys" -}}
{{- default (printf "%s-config-keys" .Release.Name) .Values.config.keys.existingSecret -}}
{{- end -}}

{{/* The placeholders of the realm file. */}}
{{- define "dakenh.realmEnv" -}}
- name: DAKENH_PUBLIC_URL
  value: {{ include "dakenh-lib.publicUrl" . }}
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_CONFIG_KEYCLOAK_CLIENT_SECRET" "secret" (include "dakenh.configKeys" .) "key" "DAKENH_CONFIG_KEYCLOAK_CLIENT_SECRET") }}
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_OPERATOR_CLIENT_SECRET" "secret" (printf "%s-identity" .Release.Name) "key" "operator-client-secret") }}
{{- end -}}

{{/* What the evaluation's servers run as. */}}
{{- define "dakenh.evaluationSecurity" -}}
allowPrivilegeEscalation: false
capabilities:
  drop: [ALL]
{{- end -}}
