# Sourced first by everything in bin/: goes to the project's folder, installs what package-lock.json asks for unless
# that is done, and puts a Node on the PATH that runs TypeScript as it is.
set -eu
cd "$(dirname "$0")/.."

fail() {
  echo "$*" >&2
  exit 1
}

for tool in node npm; do
  command -v "$tool" >/dev/null || fail "$tool is missing: install Node.js 24 (https://nodejs.org), which brings node and npm."
done

platform=$(uname -sm)
wanted="$(cksum <package-lock.json) $platform"
if [ "$(cat node_modules/.installed 2>/dev/null)" != "$wanted" ]; then
  echo 'Installing packages…'
  npm ci --no-audit --no-fund --no-update-notifier --loglevel=error --include=dev --include=optional
  echo "$wanted" >node_modules/.installed
fi

# On Linux the right Node comes with the packages; elsewhere the person brings 22.18 or newer.
runs_typescript() {
  version=$("$1" --version 2>/dev/null) || return 1
  major=${version#v} minor=${version#*.}
  major=${major%%.*} minor=${minor%%.*}
  [ "$major" -ge 24 ] || case $platform in
    Linux*) false ;;
    *) [ "$major" -eq 22 ] && [ "$minor" -ge 18 ] ;;
  esac
}
for bundled in "$PWD"/node_modules/node-linux-*/bin; do
  runs_typescript node && break
  PATH=$bundled:$PATH
done
runs_typescript node || fail "Node.js $(node --version) is too old: install Node.js 24 (https://nodejs.org)."

# What Node made of the source is kept, which halves the time of later starts.
export NODE_COMPILE_CACHE="$PWD/.build/compile-cache"
