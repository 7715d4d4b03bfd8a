#!/bin/sh
# Called by web/pom.xml. Says plainly what is missing before Node gets a chance to fail in its own words.
set -eu
if ! command -v node >/dev/null 2>&1; then
  echo "Đa Kênh's web part needs Node.js 20.19 or newer, and no 'node' is on the PATH: install it (Debian: apt-get install nodejs npm) and run again." >&2
  exit 1
fi
if ! command -v npm >/dev/null 2>&1; then
  echo "Đa Kênh's web part needs npm, which comes with Node.js, and no 'npm' is on the PATH: install it and run again." >&2
  exit 1
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  echo "Đa Kênh's web part needs Node.js 20.19 or newer; this is $(node --version) at $(command -v node)." >&2
  exit 1
fi
exec node "$(dirname "$0")/maven-build.mjs" "$@"
