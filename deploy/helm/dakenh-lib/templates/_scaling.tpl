{{- define "dakenh-lib.autoscaler" -}}
{{- $scaling := .Values.autoscaling -}}
{{- if $scaling.enabled -}}
{{- if eq $scaling.kind "keda" -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: {{ include "dakenh-lib.fullname" . }}
  labels:
    {{- include "dakenh-lib.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    name: {{ include "dakenh-lib.fullname" . }}
  minReplicaCount: {{ $scaling.minReplicas }}
  maxReplicaCount: {{ $scaling.maxReplicas }}
  cooldownPeriod: 300
  triggers:
    - type: cpu
      metricType: Utilization
      metadata:
        value: {{ $scaling.cpuPercent | quote }}
    {{- range $group := .Values.autoscaling.lag.groups }}
    - type: kafka
      metadata:
        bootstrapServers: {{ $.Values.global.kafka.bootstrapServers }}
        consumerGroup: {{ $group }}
        lagThreshold: {{ $scaling.lag.perReplica | quote }}
        offsetResetPolicy: earliest
      {{- with $scaling.lag.authentication }}
      authenticationRef:
        name: {{ . }}
      {{- end }}
    {{- end }}
{{- else -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "dakenh-lib.fullname" . }}
  labels:
    {{- include "dakenh-lib.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "dakenh-lib.fullname" . }}
  minReplicas: {{ $scaling.minReplicas }}
  maxReplicas: {{ $scaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ $scaling.cpuPercent }}
  behavior:
    scaleDown:
      stabilizationWindowSeconds: 300
      policies:
        - type: Pods
          value: 1
          periodSeconds: 120
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "dakenh-lib.serviceMonitor" -}}
{{- $monitoring := .Values.global.monitoring -}}
{{- if $monitoring.serviceMonitors -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ include "dakenh-lib.fullname" . }}
  labels:
    {{- include "dakenh-lib.labels" . | nindent 4 }}
    {{- with $monitoring.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  selector:
    matchLabels:
      {{- include "dakenh-lib.selector" . | nindent 6 }}
  endpoints:
    - port: http
      path: /q/metrics
      interval: {{ $monitoring.interval }}
{{- end -}}
{{- end -}}
