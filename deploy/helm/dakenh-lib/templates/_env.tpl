{{/* One variable from a key of a Secret: dict "secret" "key" "name" "optional". */}}
{{- define "dakenh-lib.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
      {{- if .optional }}
      optional: true
      {{- end }}
{{- end -}}

{{/* What every service is told. */}}
{{- define "dakenh-lib.commonEnv" -}}
- name: JDK_JAVA_OPTIONS
  value: {{ printf "-Xms16m -Xmx%dm" (int .Values.heapMegabytes) | quote }}
- name: MALLOC_ARENA_MAX
  value: "2"
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ include "dakenh-lib.keycloakUrl" . }}/realms/dakenh
- name: QUARKUS_OIDC_TOKEN_ISSUER
  value: {{ include "dakenh-lib.publicUrl" . }}/auth/realms/dakenh
{{ include "dakenh-lib.kafkaEnv" . }}
{{- with .Values.global.tracing }}
{{- if .endpoint }}
- name: QUARKUS_OTEL_EXPORTER_OTLP_TRACES_ENDPOINT
  value: {{ .endpoint | quote }}
- name: QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL
  value: {{ .protocol }}
- name: QUARKUS_OTEL_TRACES_SAMPLER_ARG
  value: {{ .ratio | quote }}
{{- end }}
{{- end }}
{{- range $name, $value := .Values.extraEnv }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}

{{- define "dakenh-lib.kafkaEnv" -}}
{{- $kafka := .Values.global.kafka -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ required "global.kafka.bootstrapServers is missing" $kafka.bootstrapServers | quote }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ $kafka.securityProtocol }}
# A consumer that was killed is missed after 10 s instead of 45, so its successor soon goes on.
- name: KAFKA_SESSION_TIMEOUT_MS
  value: "10000"
- name: KAFKA_HEARTBEAT_INTERVAL_MS
  value: "2500"
{{- if hasPrefix "SASL_" $kafka.securityProtocol }}
- name: KAFKA_SASL_MECHANISM
  value: {{ $kafka.saslMechanism }}
{{ include "dakenh-lib.secretEnv" (dict "name" "KAFKA_SASL_JAAS_CONFIG" "secret" (required "global.kafka.existingSecret is missing: SASL needs a Secret with the key jaas-config" $kafka.existingSecret) "key" "jaas-config") }}
{{- end }}
{{- if $kafka.caSecret.name }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /etc/dakenh/kafka/ca.crt
{{- end }}
{{- end -}}

{{/* The service's own database; a role of the same name is expected to own it. */}}
{{- define "dakenh-lib.postgresEnv" -}}
{{- $postgres := .Values.global.postgres -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ printf "jdbc:postgresql://%s:%d/%s%s" (required "global.postgres.host is missing" $postgres.host) (int $postgres.port) .Values.database.name (include "dakenh-lib.postgresTls" .) | quote }}
{{ include "dakenh-lib.secretEnv" (dict "name" "QUARKUS_DATASOURCE_USERNAME" "secret" (include "dakenh-lib.databaseSecret" .) "key" "username") }}
{{ include "dakenh-lib.secretEnv" (dict "name" "QUARKUS_DATASOURCE_PASSWORD" "secret" (include "dakenh-lib.databaseSecret" .) "key" "password") }}
{{- end -}}

{{- define "dakenh-lib.postgresTls" -}}
{{- $postgres := .Values.global.postgres -}}
{{- if $postgres.caSecret.name -}}
?sslmode={{ $postgres.tls }}&sslrootcert=/etc/dakenh/postgres/ca.crt
{{- else if eq $postgres.tls "verify-full" -}}
?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory
{{- else -}}
?sslmode={{ $postgres.tls }}
{{- end -}}
{{- end -}}

{{/* Whose X-Forwarded-For is believed: dict "root" $ "name" the variable. */}}
{{- define "dakenh-lib.trustedProxies" -}}
- name: {{ .name }}
  value: {{ required "global.trustedProxies is missing: the addresses (CIDR) of the pods of the ingress or gateway" (join "," .root.Values.global.trustedProxies) | quote }}
{{- end -}}

{{/* The mail server of a service: root, and what its variables begin with. */}}
{{- define "dakenh-lib.mail" -}}
{{- $prefix := .prefix -}}
{{- with .root.Values.mail }}
{{- if .host }}
- name: {{ $prefix }}_MAIL_HOST
  value: {{ .host }}
- name: {{ $prefix }}_MAIL_PORT
  value: {{ .port | quote }}
- name: {{ $prefix }}_MAIL_SECURITY
  value: {{ .security }}
- name: {{ $prefix }}_MAIL_FROM
  value: {{ .from }}
{{- if .existingSecret }}
{{ include "dakenh-lib.secretEnv" (dict "name" (printf "%s_MAIL_USERNAME" $prefix) "secret" .existingSecret "key" "username") }}
{{ include "dakenh-lib.secretEnv" (dict "name" (printf "%s_MAIL_PASSWORD" $prefix) "secret" .existingSecret "key" "password") }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
