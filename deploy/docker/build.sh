#!/usr/bin/env bash
# Builds the images of all six services, or of those named, from what Maven built.
# usage: deploy/docker/build.sh [SERVICE…]   with REGISTRY, VERSION and BASE_IMAGE from the environment
set -euo pipefail
cd "$(dirname "$0")/../.."
services=("$@")
[ ${#services[@]} -gt 0 ] || services=(*-service)
version="${VERSION:-$(sed -n 's#^  <version>\(.*\)-SNAPSHOT</version>#\1#p' pom.xml | head -1)}"
revision="$(git rev-parse HEAD 2>/dev/null || echo unknown)"
created="$(git log -1 --format=%cI 2>/dev/null || echo 1970-01-01T00:00:00Z)"
for service in "${services[@]}"; do
  service="${service%/}"
  compgen -G "$service/target/*-runner.jar" >/dev/null || { echo "$service is not built: ./mvnw -DskipTests -DskipITs package" >&2; exit 1; }
  docker build -f deploy/docker/Dockerfile \
    --build-arg "SERVICE=$service" --build-arg "VERSION=$version" --build-arg "REVISION=$revision" --build-arg "CREATED=$created" \
    ${BASE_IMAGE:+--build-arg "BASE_IMAGE=$BASE_IMAGE"} \
    -t "${REGISTRY:+$REGISTRY/}$service:$version" .
done
