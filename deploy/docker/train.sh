#!/usr/bin/env bash
# Runs a service once and asks it a few things, so that the JVM writes its ahead-of-time cache. Needs no database, broker
# or identity server: what they would be asked is left out, classes and code are the same.
# usage: train.sh CACHE JAVA_OPTION… -jar JAR
set -euo pipefail
cache="$1"
shift
port=8080

ask() {
  # The status of a path, without any tool but the shell.
  local line
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
  IFS= read -r -t 10 line <&3 || return 1
  exec 3>&-
  printf '%s\n' "${line//$'\r'/}"
}

# Made up for this run; they are in no image.
secret="training-0123456789abcdef0123456789"
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port
export QUARKUS_FLYWAY_MIGRATE_AT_START=false
export DAKENH_CONFIG_KEYCLOAK_CLIENT_SECRET="$secret" DAKENH_CONFIG_OWNER_HASH_KEY="$secret"
export DAKENH_LIVETALK_VISITOR_TOKEN_KEY="$secret" DAKENH_LIVETALK_ATTACHMENTS_LINK_KEY="$secret"
export DAKENH_LIVETALK_IDENTIFY_KEY="$secret" DAKENH_REFERRAL_HASH_KEY="$secret"
export DAKENH_CHANNELS_TOKEN_KEY="AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

work="$(mktemp -d)"
mkfifo "$work/output"
java -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining "-XX:AOTCacheOutput=$cache" "$@" >"$work/output" 2>&1 &
service=$!
exec 4<"$work/output"
# It says itself when it is there; one that ends before closes the pipe.
while IFS= read -r -t 120 line <&4; do
  printf '%s\n' "$line" >>"$work/log"
  case "$line" in *"Listening on"*) break ;; esac
done
cat <&4 >>"$work/log" &
for path in /q/health/ready /q/health/started /q/openapi /q/metrics / /api/v1/me /api/v1/none; do
  ask "$path" 2>/dev/null || true
done
kill -TERM "$service" 2>/dev/null || true
wait "$service" || true
if [ ! -s "$cache" ]; then
  tail -40 "$work/log" >&2
  echo "the JVM wrote no cache" >&2
  exit 1
fi
grep -q "Listening on" "$work/log" || echo "the service did not come up; the cache has what it loaded until then" >&2
rm -rf "$work"
