# Finds the tools the launcher needs. Sourced by ./way, never run by itself.

say() { printf '· %s\n' "$*" >&2; }
stop() { printf '✗ %s\n  → %s\n' "$1" "$2" >&2; exit 1; }

java_major() { "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = \([0-9]*\).*/\1/p' | head -1; }

# A JDK 25 or newer: JAVA_HOME, then the path, then where systems keep theirs.
find_java() {
  local home
  for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || true)")")")" \
      /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -x "$home/bin/javac" ] || continue
    [ "$(java_major "$home/bin/java")" -ge 25 ] 2>/dev/null || continue
    printf '%s' "$home"; return 0
  done
  return 1
}

need_java() {
  JAVA_HOME="$(find_java)" || stop "no JDK 25 found" "install one (for example Temurin 25) or set JAVA_HOME to it"
  export JAVA_HOME
  JAVA="$JAVA_HOME/bin/java"
  JVM_FLAGS=(-Xmx"${WAYSTATION_HEAP:-3g}" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
}

node_major() { "$1" --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'; }

# Where npm packages come from: the environment, then npm's own files, then the public registry.
npm_registry() {
  local file found="${NPM_CONFIG_REGISTRY:-${npm_config_registry:-}}"
  for file in "$HOME/.npmrc" /etc/npmrc; do
    [ -n "$found" ] || [ ! -r "$file" ] || found="$(sed -n 's/^[[:space:]]*registry[[:space:]]*=[[:space:]]*//p' "$file" | tail -1)"
  done
  found="${found:-https://registry.npmjs.org}"; printf '%s' "${found%/}"
}

NPM_VERSION=11.6.2
NPM_SHA512=ee22b335fcbc95662cdf3ab8a053daf045d9cf9c6df6040d28965abb707512b2c16fa6c5eec049d34c74f78f390cebd14f697919eadb97756564d4f9eccc4954
bring_npm() { # folder
  local registry file; registry="$(npm_registry)"; file="$(mktemp)"
  say "no npm on the path: fetching npm $NPM_VERSION from $registry"
  command -v curl >/dev/null || stop "curl is missing, so npm cannot be fetched" "install curl, or Node 20 or newer with npm"
  curl -fsSL --retry 2 --connect-timeout 20 -o "$file" "$registry/npm/-/npm-$NPM_VERSION.tgz" \
    || stop "npm could not be fetched from $registry" "name a registry that answers in NPM_CONFIG_REGISTRY or ~/.npmrc, or install Node 20 or newer with npm"
  echo "$NPM_SHA512  $file" | sha512sum -c --status || stop "what $registry gave as npm is not npm $NPM_VERSION" "name another registry in NPM_CONFIG_REGISTRY"
  mkdir -p "$1"; tar -xzf "$file" -C "$1"; rm -f "$file"
}

# Node 20 or newer from the path, else the one inside Playwright's driver bundle, with npm's own package.
need_node() {
  if command -v npm >/dev/null && [ "$(node_major node)" -ge 20 ] 2>/dev/null; then return 0; fi
  local cache="$HOME_DIR/.cache/node" machine=linux; [ "$(uname -m)" != aarch64 ] || machine=linux-arm64
  if [ ! -x "$cache/bin/node" ]; then
    say "no Node 20 on the path: taking the one inside Playwright's driver bundle"
    ./mvnw -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack \
      -Dartifact="com.microsoft.playwright:driver-bundle:$PLAYWRIGHT_VERSION" -Dmdep.unpack.includes="driver/$machine/node" -DoutputDirectory="$cache/unpacked" \
      || stop "Node could not be brought" "install Node 20 or newer and run again"
    mkdir -p "$cache/bin"; mv "$cache/unpacked/driver/$machine/node" "$cache/bin/node"; chmod +x "$cache/bin/node"
  fi
  if [ ! -f "$cache/npm/package/bin/npm-cli.js" ]; then
    bring_npm "$cache/npm"
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/npm/package/bin/npm-cli.js" "$@"\n' "$cache" "$cache" > "$cache/bin/npm"; chmod +x "$cache/bin/npm"
  fi
  export PATH="$cache/bin:$PATH"
}

find_chromium() {
  local name
  for name in "${WAYSTATION_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" 2>/dev/null && return 0
  done
  return 1
}

need_chromium() {
  if ! find_chromium >/dev/null; then
    command -v apt-get >/dev/null || stop "no Chromium for the browser tests" "install chromium, or set WAYSTATION_CHROMIUM to it"
    local sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo -n"
    say "installing Chromium and Chinese fonts for the browser tests"
    { $sudo apt-get update -qq && $sudo apt-get install -y -qq chromium fonts-noto-cjk; } >/dev/null 2>&1 \
      || stop "Chromium could not be installed" "run as an administrator: apt-get install chromium fonts-noto-cjk"
  fi
  WAYSTATION_CHROMIUM="$(find_chromium)"; export WAYSTATION_CHROMIUM
}

doctor() {
  local home bad=0
  if home="$(find_java)"; then echo "ok    JDK $(java_major "$home/bin/java") at $home"; else echo "MISS  JDK 25: install one or set JAVA_HOME"; bad=1; fi
  if [ "$(node_major node)" -ge 20 ] 2>/dev/null && command -v npm >/dev/null; then echo "ok    Node $(node --version), npm $(npm --version)"; else echo "note  Node 20 with npm not on the path: ./way brings Node from Playwright's bundle"; fi
  if find_chromium >/dev/null; then echo "ok    Chromium at $(find_chromium)"; else echo "note  Chromium absent: ./way test installs it"; fi
  if [ "$(id -u)" != 0 ] || unshare -U true 2>/dev/null; then echo "ok    embedded PostgreSQL can run as $(id -un)"; else echo "MISS  root without user namespaces: run ./way as a normal user"; bad=1; fi
  if [ -w "$HOME_DIR" ]; then echo "ok    $HOME_DIR is writable"; else echo "MISS  $HOME_DIR is not writable: chown it or clone it as yourself"; bad=1; fi
  echo "ok    $(nproc) cores, $(df -Ph "$HOME_DIR" | awk 'NR==2 {print $4}') free here"
  return $bad
}
