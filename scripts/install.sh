# Sourced by ./start and ./test: packages and the project's own Node, wherever the system's is older.
say() { printf 'sanak: %s\n' "$*" >&2; }

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  say "Node.js 20 or newer and npm are needed: https://nodejs.org"
  exit 1
fi
node_is_at_least() { node -e "process.exit(Number(process.versions.node.split('.')[0]) < $1 ? 1 : 0)"; }
if ! node_is_at_least 20; then
  say "Node.js $(node --version) is too old: 20 or newer is needed"
  exit 1
fi

stamp=node_modules/.installed-lock
if ! cmp -s package-lock.json "$stamp"; then
  say "installing packages …"
  # All of them, also where NODE_ENV=production is set: the build needs types, the tests their tools.
  npm ci --include=dev --no-audit --no-fund >&2
  cp package-lock.json "$stamp"
fi

export PATH="$PWD/node_modules/.bin:$PATH"
export NEXT_TELEMETRY_DISABLED=1
hash -r
if ! node_is_at_least 24; then
  say "the packages came without their Node 24 (install scripts switched off?); remove node_modules and start again"
  exit 1
fi
