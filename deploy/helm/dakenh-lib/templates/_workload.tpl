{{/* The pods of a service. Its template "<chart>.env" says what it needs to know beside the common things. */}}
{{- define "dakenh-lib.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "dakenh-lib.fullname" . }}
  labels:
    {{- include "dakenh-lib.labels" . | nindent 4 }}
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicaCount }}
  {{- end }}
  revisionHistoryLimit: 5
  # A version that does not become ready, for example because its migration fails, replaces nobody.
  minReadySeconds: 5
  progressDeadlineSeconds: {{ .Values.rollout.progressDeadlineSeconds }}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels:
      {{- include "dakenh-lib.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "dakenh-lib.labels" . | nindent 8 }}
        {{- with .Values.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      {{- with .Values.podAnnotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      {{- with .Values.global.image.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      serviceAccountName: {{ include "dakenh-lib.fullname" . }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: {{ .Values.rollout.graceSeconds }}
      {{- with .Values.priorityClassName }}
      priorityClassName: {{ . }}
      {{- end }}
      securityContext:
        {{- include "dakenh-lib.podSecurity" . | nindent 8 }}
      containers:
        - name: service
          image: {{ include "dakenh-lib.image" . }}
          imagePullPolicy: {{ .Values.global.image.pullPolicy }}
          securityContext:
            {{- include "dakenh-lib.containerSecurity" . | nindent 12 }}
          ports:
            - name: http
              containerPort: 8080
          env:
            {{- include "dakenh-lib.commonEnv" . | nindent 12 }}
            {{- include (printf "%s.env" .Chart.Name) . | nindent 12 }}
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
          # Migrations run before the server answers.
          startupProbe:
            httpGet: {path: /q/health/started, port: http}
            periodSeconds: 2
            timeoutSeconds: 2
            failureThreshold: {{ div (int .Values.rollout.startupSeconds) 2 }}
          livenessProbe:
            httpGet: {path: /q/health/live, port: http}
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 6
          readinessProbe:
            httpGet: {path: /q/health/ready, port: http}
            periodSeconds: 5
            timeoutSeconds: 5
            failureThreshold: 2
          lifecycle:
            preStop:
              # Time for everybody to learn that this pod takes no more; then the process drains by itself.
              sleep:
                seconds: {{ .Values.rollout.preStopSeconds }}
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            {{- include "dakenh-lib.caMounts" . | nindent 12 }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: {{ .Values.temporarySpace }}
        {{- include "dakenh-lib.caVolumes" . | nindent 8 }}
      topologySpreadConstraints:
        {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
        - maxSkew: 1
          topologyKey: {{ . }}
          whenUnsatisfiable: {{ $.Values.spread.whenUnsatisfiable }}
          matchLabelKeys: [pod-template-hash]
          labelSelector:
            matchLabels:
              {{- include "dakenh-lib.selector" $ | nindent 14 }}
        {{- end }}
      {{- with .Values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .Values.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
{{- end -}}

{{- define "dakenh-lib.caMounts" -}}
{{- if .Values.global.kafka.caSecret.name }}
- name: kafka-ca
  mountPath: /etc/dakenh/kafka
  readOnly: true
{{- end }}
{{- if and .Values.database .Values.global.postgres.caSecret.name }}
- name: postgres-ca
  mountPath: /etc/dakenh/postgres
  readOnly: true
{{- end }}
{{- end -}}

{{- define "dakenh-lib.caVolumes" -}}
{{- with .Values.global.kafka.caSecret }}
{{- if .name }}
- name: kafka-ca
  secret:
    secretName: {{ .name }}
    items: [{key: {{ .key }}, path: ca.crt}]
{{- end }}
{{- end }}
{{- if .Values.database }}
{{- with .Values.global.postgres.caSecret }}
{{- if .name }}
- name: postgres-ca
  secret:
    secretName: {{ .name }}
    items: [{key: {{ .key }}, path: ca.crt}]
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "dakenh-lib.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "dakenh-lib.fullname" . }}
  labels:
    {{- include "dakenh-lib.labels" . | nindent 4 }}
spec:
  selector:
    {{- include "dakenh-lib.selector" . | nindent 4 }}
  ports:
    - name: http
      port: 8080
      targetPort: http
      appProtocol: http
{{- end -}}

{{- define "dakenh-lib.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "dakenh-lib.fullname" . }}
  labels:
    {{- include "dakenh-lib.labels" . | nindent 4 }}
automountServiceAccountToken: false
{{- end -}}

{{- define "dakenh-lib.disruptionBudget" -}}
{{- if .Values.disruptionBudget.enabled -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "dakenh-lib.fullname" . }}
  labels:
    {{- include "dakenh-lib.labels" . | nindent 4 }}
spec:
  # Never a minimum: with one replica it would forbid every node's maintenance.
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "dakenh-lib.selector" . | nindent 6 }}
{{- end -}}
{{- end -}}
