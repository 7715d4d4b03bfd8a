{{/*
Nobody reaches a service but the gateway, the monitoring and those services that have to; it reaches its stores, and the
internet only where it talks to providers. A list of peers left empty stands for everybody on that port.
*/}}
{{- define "dakenh-lib.networkPolicy" -}}
{{- $policy := .Values.global.networkPolicy -}}
{{- if $policy.enabled -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "dakenh-lib.fullname" . }}
  labels:
    {{- include "dakenh-lib.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- include "dakenh-lib.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        {{- with $policy.gateway }}
        {{- toYaml . | nindent 8 }}
        {{- else }}
        {{- fail "global.networkPolicy.gateway is missing: which pods bring people in" }}
        {{- end }}
        {{- with $policy.monitoring }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
        {{- range .Values.calledBy }}
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: {{ . }}
              app.kubernetes.io/instance: {{ $.Release.Name }}
        {{- end }}
      ports:
        - {port: http, protocol: TCP}
  egress:
    - ports:
        - {port: 53, protocol: UDP}
        - {port: 53, protocol: TCP}
    {{- $stores := list "kafka" "keycloak" }}
    {{- if .Values.global.tracing.endpoint }}
    {{- $stores = append $stores "tracing" }}
    {{- end }}
    {{- $stores = append $stores (ternary "postgres" "mongodb" (not (empty .Values.database))) }}
    {{- range $stores }}
    {{- $target := index $policy.egress . }}
    - ports:
        {{- range $target.ports }}
        - {port: {{ . }}, protocol: TCP}
        {{- end }}
      {{- with $target.to }}
      to:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    {{- end }}
    {{- range .Values.calls }}
    - ports:
        - {port: 8080, protocol: TCP}
      to:
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: {{ . }}
              app.kubernetes.io/instance: {{ $.Release.Name }}
    {{- end }}
    {{- with .Values.internetPorts }}
    - ports:
        {{- range . }}
        - {port: {{ . }}, protocol: TCP}
        {{- end }}
      to:
        - ipBlock:
            cidr: 0.0.0.0/0
            except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16]
    {{- end }}
{{- end -}}
{{- end -}}

{{/* Everything of a service, as separate documents. */}}
{{- define "dakenh-lib.all" -}}
{{- $root := . -}}
{{- $parts := list "serviceAccount" "keys" "deployment" "service" "disruptionBudget" "autoscaler" "networkPolicy" "serviceMonitor" -}}
{{- if .Values.database -}}{{- $parts = append $parts "database" -}}{{- end -}}
{{- range $parts }}
{{- $text := include (printf "dakenh-lib.%s" .) $root | trim }}
{{- if $text }}
---
{{ $text }}
{{- end }}
{{- end }}
{{- end -}}
