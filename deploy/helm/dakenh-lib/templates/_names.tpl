{{- define "dakenh-lib.fullname" -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 53 | trimSuffix "-" -}}
{{- end -}}

{{/* Labels that never change: selectors are immutable. */}}
{{- define "dakenh-lib.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "dakenh-lib.labels" -}}
{{ include "dakenh-lib.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: dakenh
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "dakenh-lib.image" -}}
{{- $image := .Values.global.image -}}
{{- $registry := ternary (printf "%s/" $image.registry) "" (not (empty $image.registry)) -}}
{{- if .Values.image.digest -}}
{{- printf "%s%s@%s" $registry .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s%s:%s" $registry .Values.image.repository (default .Chart.AppVersion $image.tag) -}}
{{- end -}}
{{- end -}}

{{- define "dakenh-lib.publicUrl" -}}
{{- required "global.publicUrl is missing: the address people reach the suite at, e.g. https://chat.example.vn" .Values.global.publicUrl -}}
{{- end -}}

{{/* Keycloak as the services reach it, with its relative path and without the realm. */}}
{{- define "dakenh-lib.keycloakUrl" -}}
{{- required "global.keycloak.url is missing: Keycloak inside the cluster with its relative path, e.g. http://keycloak:8080/auth" .Values.global.keycloak.url -}}
{{- end -}}

{{/* Address of another service: dict "root" $ "name" "channels". */}}
{{- define "dakenh-lib.serviceUrl" -}}
{{- default (printf "http://%s-%s:8080" .root.Release.Name .name) (index .root.Values.global.serviceUrls .name) -}}
{{- end -}}

{{- define "dakenh-lib.keysSecret" -}}
{{- default (printf "%s-keys" (include "dakenh-lib.fullname" .)) .Values.keys.existingSecret -}}
{{- end -}}

{{- define "dakenh-lib.databaseSecret" -}}
{{- default (printf "%s-database" (include "dakenh-lib.fullname" .)) .Values.database.existingSecret -}}
{{- end -}}

{{- define "dakenh-lib.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "dakenh-lib.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}
