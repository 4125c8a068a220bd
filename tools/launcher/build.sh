# Builds what is stale and runs tests, benchmarks and proofs. Sourced by ./way, never run by itself.

PLAYWRIGHT_VERSION="$(sed -n 's/.*<playwright.version>\(.*\)<.*/\1/p' pom.xml)"
APP_DIR="$HOME_DIR/platform/target/app"
APP_JAR="$APP_DIR/platform.jar"

# True when anything below the given sources is newer than the stamp.
stale() { # stamp, sources...
  local stamp="$1"; shift
  [ ! -e "$stamp" ] || [ -n "$(find "$@" -newer "$stamp" -not -path '*/target/*' -not -path '*/node_modules/*' -not -path '*/dist/*' -type f -print -quit 2>/dev/null)" ]
}

timed() { # what, command...
  local what="$1" from=$SECONDS; shift
  say "$what …"
  "$@" || stop "$what failed" "read the lines above; ./way doctor checks the machine"
  say "$what took $((SECONDS - from)) s"
}

# One build at a time in one checkout; parallel starts wait here.
locked() {
  mkdir -p .cache; exec 8>.cache/build.lock
  flock -n 8 || { say "another start builds in this checkout: waiting for it"; flock 8; }
  "$@"; exec 8>&-
}

install_web() { (cd web && npm ci --no-audit --no-fund --loglevel=error); }
compile_web() { (cd web && npm run --silent build) && rm -rf platform/target/static && mkdir -p platform/target/static && cp -r web/console/dist platform/target/static/console && cp -r web/member/dist platform/target/static/app; }

build_web() {
  [ -f web/package.json ] || return 0
  if stale .cache/web.stamp web || [ ! -d platform/target/static/console ]; then
    need_node
    if stale web/node_modules/.package-lock.json web/package-lock.json; then timed "installing web packages" install_web; fi
    timed "building console and member app" compile_web
    mkdir -p .cache; touch .cache/web.stamp
  fi
}

package_app() { ./mvnw -q -DskipTests -Dspotless.check.skip=true -pl platform -am package; }
extract_app() { rm -rf "$APP_DIR" && "$JAVA" -Djarmode=tools -jar platform/target/platform-*-boot.jar extract --destination "$APP_DIR" && mv "$APP_DIR"/platform-*.jar "$APP_JAR"; }

# One start that ends in order once the platform stands, recorded by the JDK, so that later starts take seconds.
train_app() {
  local scratch; scratch="$(mktemp -d)"
  "$JAVA" "${JVM_FLAGS[@]}" -XX:AOTCacheOutput="$APP_DIR/platform.aot" -jar "$APP_JAR" --waystation.once=true --waystation.data="$scratch" --server.port=0 >"$scratch/log" 2>&1 \
    || say "no start cache (starts will be slower): $(tail -1 "$scratch/log")"
  rm -rf "$scratch"
}

build_app_now() {
  build_web
  if stale .cache/app.stamp pom.xml engines platform/pom.xml platform/src .cache/web.stamp || [ ! -f "$APP_JAR" ]; then
    timed "building the platform" package_app
    timed "unpacking it" extract_app
    timed "recording a start" train_app
    touch .cache/app.stamp
  fi
}
build_app() { locked build_app_now; }
aot_flag() { if [ -f "$APP_DIR/platform.aot" ]; then echo "-XX:AOTCache=$APP_DIR/platform.aot"; fi; }

run_tests() { # pattern, database url
  local args=(-B verify) from=$SECONDS status=0
  [ -z "$1" ] || args+=("-Dtest=$1" -Dsurefire.failIfNoSpecifiedTests=false)
  [ -z "$2" ] || export WAYSTATION_DB_URL="$2"
  [ -z "$1" ] && [ -f web/package.json ] && { need_node; timed "checking the web workspace" sh -c 'cd web && npm run --silent check'; }
  find . -path '*/target/surefire-reports' -prune -exec rm -rf {} +; rm -f */target/capabilities.txt engines/*/target/capabilities.txt
  ./mvnw "${args[@]}" || status=$?
  "$JAVA" tools/TestSummary.java "$((SECONDS - from))" || status=1
  return $status
}

# A benchmark called NAME is the main class NameBench.
bench_names() { (cd benchmarks/src/main/java/dev/waystation/benchmarks && ls -1 *Bench.java) | sed 's/Bench.java$//' | tr '[:upper:]' '[:lower:]' | xargs; }
run_bench() {
  local name; for name in $(bench_names); do [ "$name" != "$1" ] || run_measured "${1^}Bench"; done
  stop "no benchmark is called $1" "one of: $(bench_names)"
}

# A main class of the benchmarks; NAME=VALUE in WAYSTATION_BENCH become its -D settings.
run_measured() {
  locked timed "building the benchmarks" ./mvnw -q -DskipTests -Dspotless.check.skip=true -pl benchmarks -am package dependency:build-classpath -Dmdep.outputFile="$HOME_DIR/.cache/bench.classpath" -Dmdep.includeScope=runtime
  mkdir -p benchmarks/results
  local settings=() each
  for each in ${WAYSTATION_BENCH:-}; do settings+=("-D$each"); done
  [ "$1" != SegmentBench ] || [ -n "${WAYSTATION_HEAP:-}" ] || settings+=(-Xmx8g) # ten million members in memory
  exec "$JAVA" "${JVM_FLAGS[@]}" "${settings[@]}" -cp "benchmarks/target/classes:$(cat .cache/bench.classpath)" "dev.waystation.benchmarks.$1"
}

PROOFS="story ledger journeys chain capabilities evidence"
run_verify() {
  case "$1" in
    story)
      build_web; need_chromium
      local page=benchmarks/results/story.txt told steps verdict=ok
      rm -f "$page"
      ./mvnw -q -B -pl platform -am test -Dtest=StoryIT -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true || verdict=short
      [ ! -f "$page" ] || cat "$page"
      told="$(grep -c '^✓' "$page" 2>/dev/null)" || told=0
      steps="$(grep -c . "$page" 2>/dev/null)" || steps=0
      if [ "$steps" -eq 0 ] || [ "$told" -ne "$steps" ]; then verdict=short; fi
      echo "story steps=$told of=$steps $verdict"
      [ "$verdict" = ok ] ;;
    ledger) run_measured VerifyLedger ;;
    journeys) run_measured VerifyJourneys ;;
    chain) # of the data folder or server in use: has anybody altered a row?
      build_app
      local profile=(); if [ -e "$(data_dir)/demo-world" ]; then profile=(--spring.profiles.active=demo); fi
      opt_port=0; run_platform --waystation.once=true --waystation.verify=chain --server.address=127.0.0.1 --logging.level.root=warn ${WAYSTATION_DB_URL:+--waystation.db.url="$WAYSTATION_DB_URL"} "${profile[@]}" ;;
    capabilities)
      [ -n "$(find . -path '*/target/capabilities.txt' -print -quit)" ] || { say "no record of a run of the tests: running them"; build_web; need_chromium; run_tests "" "" || true; }
      "$JAVA" tools/Capabilities.java ;;
    evidence) "$JAVA" tools/Evidence.java ;;
    *) stop "no proof is called $1" "one of: $PROOFS" ;;
  esac
}
