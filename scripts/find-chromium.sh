# Sourced by ./test: sets SANAK_CHROMIUM, installing Debian's Chromium where there is no browser. The headless shell, which
# draws pages but no windows, comes first: the tests take less than half the processor's time with it.
find_chromium() {
  local name
  for name in chromium-headless-shell chromium chromium-browser google-chrome-stable google-chrome; do
    command -v "$name" && return
  done
}

SANAK_CHROMIUM="${SANAK_CHROMIUM:-$(find_chromium || true)}"
if [ -z "$SANAK_CHROMIUM" ] && command -v apt-get >/dev/null; then
  say "installing Chromium …"
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo -n"
  $as_root apt-get update -q >&2
  for package in chromium-headless-shell chromium; do
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q -y --no-install-recommends "$package" >&2 && break
  done
  hash -r
  SANAK_CHROMIUM="$(find_chromium || true)"
fi
if [ -z "$SANAK_CHROMIUM" ]; then
  say "no Chromium was found and none could be installed; set SANAK_CHROMIUM to one"
  exit 1
fi
export SANAK_CHROMIUM
