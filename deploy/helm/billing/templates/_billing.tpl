{{- define "billing.generatedKeys" -}}
{{- end -}}

{{- define "billing.env" -}}
{{ include "dakenh-lib.postgresEnv" . }}
{{- end -}}
