{{/*
Keys the suite makes up for itself, kept over upgrades and uninstalls: without them stored tokens cannot be read any more.
The chart's own template "<chart>.generatedKeys" names them, separated by blanks.
*/}}
{{- define "dakenh-lib.keys" -}}
{{- $names := include (printf "%s.generatedKeys" .Chart.Name) . | trim -}}
{{- if and $names (not .Values.keys.existingSecret) -}}
{{- $name := include "dakenh-lib.keysSecret" . -}}
{{- $kept := dig "data" dict (lookup "v1" "Secret" .Release.Namespace $name | default dict) -}}
apiVersion: v1
kind: Secret
metadata:
  name: {{ $name }}
  labels:
    {{- include "dakenh-lib.labels" . | nindent 4 }}
  annotations:
    helm.sh/resource-policy: keep
type: Opaque
data:
  {{- range splitList " " $names }}
  {{ . }}: {{ default (randBytes 32 | b64enc) (get $kept .) }}
  {{- end }}
{{- end -}}
{{- end -}}

{{/* Role and password of the service's database, where the chart makes the database too. */}}
{{- define "dakenh-lib.database" -}}
{{- if not .Values.database.existingSecret -}}
{{- if not .Values.global.postgres.generatePasswords -}}
{{- fail (printf "%s.database.existingSecret is missing: a Secret with the keys username and password of its role (generated only where the chart makes the databases)" .Chart.Name) -}}
{{- end -}}
{{- $name := include "dakenh-lib.databaseSecret" . -}}
{{- $kept := dig "data" dict (lookup "v1" "Secret" .Release.Namespace $name | default dict) -}}
apiVersion: v1
kind: Secret
metadata:
  name: {{ $name }}
  labels:
    {{- include "dakenh-lib.labels" . | nindent 4 }}
    cnpg.io/reload: "true"
  annotations:
    helm.sh/resource-policy: keep
type: kubernetes.io/basic-auth
data:
  username: {{ .Values.database.name | b64enc }}
  password: {{ default (randAlphaNum 40 | b64enc) (get $kept "password") }}
{{- end -}}
{{- end -}}
