{{- define "routing.generatedKeys" -}}
{{- end -}}

{{- define "routing.env" -}}
{{ include "dakenh-lib.postgresEnv" . }}
{{- end -}}
