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
{{- range $name, $value := include "dakenh.realmValues" . | fromJson }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- range include "dakenh.realmSecrets" . | fromJsonArray }}
{{ include "dakenh-lib.secretEnv" . }}
{{- end }}
{{- end -}}

{{/* What is known of letters and of the company's own sign-in, by the names of the realm file. */}}
{{- define "dakenh.realmValues" -}}
{{- $values := dict -}}
{{- with .Values.config.mail -}}
{{- if .host -}}
{{- $_ := set $values "DAKENH_IDENTITY_MAIL_HOST" .host -}}
{{- $_ := set $values "DAKENH_IDENTITY_MAIL_PORT" (toString .port) -}}
{{- $_ := set $values "DAKENH_IDENTITY_MAIL_FROM" .from -}}
{{- $_ := set $values "DAKENH_IDENTITY_MAIL_STARTTLS" (toString (eq .security "starttls")) -}}
{{- $_ := set $values "DAKENH_IDENTITY_MAIL_SSL" (toString (eq .security "tls")) -}}
{{- $_ := set $values "DAKENH_IDENTITY_MAIL_AUTH" (toString (not (empty .existingSecret))) -}}
{{- end -}}
{{- end -}}
{{- with .Values.realm.identityProvider -}}
{{- if .enabled -}}
{{- $_ := set $values "DAKENH_SSO_ENABLED" "true" -}}
{{- $_ := set $values "DAKENH_SSO_NAME" .name -}}
{{- $_ := set $values "DAKENH_SSO_ISSUER" (required "realm.identityProvider.issuer is missing" .issuer) -}}
{{- $_ := set $values "DAKENH_SSO_AUTHORIZATION_URL" (required "realm.identityProvider.authorizationUrl is missing" .authorizationUrl) -}}
{{- $_ := set $values "DAKENH_SSO_TOKEN_URL" (required "realm.identityProvider.tokenUrl is missing" .tokenUrl) -}}
{{- $_ := set $values "DAKENH_SSO_JWKS_URL" (required "realm.identityProvider.jwksUrl is missing" .jwksUrl) -}}
{{- $_ := set $values "DAKENH_SSO_CLIENT_ID" (required "realm.identityProvider.clientId is missing" .clientId) -}}
{{- end -}}
{{- end -}}
{{- toJson $values -}}
{{- end -}}

{{/* The same of secrets: name, secret, key. */}}
{{- define "dakenh.realmSecrets" -}}
{{- $secrets := list -}}
{{- with .Values.config.mail -}}
{{- if and .host .existingSecret -}}
{{- $secrets = append $secrets (dict "name" "DAKENH_IDENTITY_MAIL_USERNAME" "secret" .existingSecret "key" "username") -}}
{{- $secrets = append $secrets (dict "name" "DAKENH_IDENTITY_MAIL_PASSWORD" "secret" .existingSecret "key" "password") -}}
{{- end -}}
{{- end -}}
{{- with .Values.realm.identityProvider -}}
{{- if .enabled -}}
{{- $secrets = append $secrets (dict "name" "DAKENH_SSO_CLIENT_SECRET" "secret" (required "realm.identityProvider.existingSecret is missing: a Secret with the key client-secret" .existingSecret) "key" "client-secret") -}}
{{- end -}}
{{- end -}}
{{- toJson $secrets -}}
{{- end -}}

{{/* The realm file with everything but secrets filled in; true and false stand there as such, as the operator's types ask. */}}
{{- define "dakenh.realm" -}}
{{- $text := .Files.Get "files/dakenh-realm.json" | replace "${DAKENH_PUBLIC_URL}" (include "dakenh-lib.publicUrl" .) -}}
{{- range $name, $value := include "dakenh.realmValues" . | fromJson -}}
{{- $text = regexReplaceAllLiteral (printf "\\$\\{%s:[^}]*\\}" $name) $text $value -}}
{{- end -}}
{{- regexReplaceAll "\"enabled\": \"(\\$\\{DAKENH_SSO_ENABLED:)?(true|false)\\}?\"" $text "\"enabled\": ${2}" -}}
{{- end -}}

{{/* What the evaluation's servers run as. */}}
{{- define "dakenh.evaluationSecurity" -}}
allowPrivilegeEscalation: false
capabilities:
  drop: [ALL]
{{- end -}}
