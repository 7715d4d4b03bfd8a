{{- define "livetalk.generatedKeys" -}}
DAKENH_LIVETALK_VISITOR_TOKEN_KEY DAKENH_LIVETALK_ATTACHMENTS_LINK_KEY DAKENH_LIVETALK_IDENTIFY_KEY DAKENH_LIVETALK_PEER_SECRET
{{- end -}}

{{/* Where pods are dialled by each other; nobody else gets there. */}}
{{- define "livetalk.peerPort" -}}8092{{- end -}}

{{- define "livetalk.peers" -}}
{{- printf "%s-peers" (include "dakenh-lib.fullname" .) -}}
{{- end -}}

{{- define "livetalk.env" -}}
{{- $keys := include "dakenh-lib.keysSecret" . -}}
{{ include "dakenh-lib.postgresEnv" . }}
- name: DAKENH_PUBLIC_URL
  value: {{ include "dakenh-lib.publicUrl" . }}
{{- range splitList " " (include "livetalk.generatedKeys" . | trim) }}
{{ include "dakenh-lib.secretEnv" (dict "name" . "secret" $keys "key" .) }}
{{- end }}
- name: DAKENH_LIVETALK_PEERS
  value: {{ printf "%s:%s" (include "livetalk.peers" .) (include "livetalk.peerPort" .) }}
- name: DAKENH_LIVETALK_PEER_PORT
  value: {{ include "livetalk.peerPort" . | quote }}
- name: DAKENH_LIVETALK_CHANNELS_URL
  value: {{ include "dakenh-lib.serviceUrl" (dict "root" . "name" "channels") }}
- name: DAKENH_LIVETALK_ATTACHMENTS_TENANT_MEGABYTES
  value: {{ .Values.attachments.tenantMegabytes | quote }}
- name: DAKENH_LIVETALK_SOCKET_RECONNECT_SPREAD
  value: {{ .Values.socket.reconnectSpread }}
- name: DAKENH_LIVETALK_SOCKET_RECONNECTS_PER_SECOND
  value: {{ .Values.socket.reconnectsPerSecond | quote }}
- name: DAKENH_LIVETALK_PUSH_SUBJECT
  value: {{ .Values.push.subject }}
- name: DAKENH_LIVETALK_API_KEYS_PER_MINUTE
  value: {{ .Values.apiKeys.perMinute | quote }}
{{- with .Values.webhooks.privateHosts }}
- name: DAKENH_LIVETALK_WEBHOOKS_PRIVATE_HOSTS
  value: {{ join "," . | quote }}
{{- end }}
{{ include "dakenh-lib.trustedProxies" (dict "root" . "name" "DAKENH_TRUSTED_PROXIES") }}
{{- with .Values.turn.stunUrls }}
- name: DAKENH_LIVETALK_CALLS_STUN_URLS
  value: {{ join "," . | quote }}
{{- end }}
{{- with .Values.turn.turnUrls }}
- name: DAKENH_LIVETALK_CALLS_TURN_URLS
  value: {{ join "," . | quote }}
{{ include "dakenh-lib.secretEnv" (dict "name" "DAKENH_LIVETALK_CALLS_TURN_SECRET" "secret" (default (printf "%s-turn" $.Release.Name) $.Values.turn.existingSecret) "key" "static-auth-secret") }}
{{- end }}
{{- with .Values.turn.relayOnly }}
- name: DAKENH_LIVETALK_CALLS_RELAY_ONLY
  value: {{ join "," . | quote }}
{{- end }}
{{- include "dakenh-lib.mail" (dict "root" . "prefix" "DAKENH_LIVETALK") }}
{{- end -}}
