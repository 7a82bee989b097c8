#!/usr/bin/env bash
# Runs the demo: Keycloak with the extension, a brand site, and a simulated LivePerson.
# Needs a JDK (17 or later) and Maven (3.8 or later), nothing else.
#
#   ./demo.sh            runs until Ctrl-C
#   ./demo.sh --check    runs the contract check without a browser, and exits with 0 or 1
#   ./demo.sh --help     all options
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for tool in java mvn; do
  if ! command -v "$tool" > /dev/null; then
    echo "demo.sh needs $tool on the path: a JDK (17 or later) and Maven (3.8 or later)." >&2
    exit 1
  fi
done

echo "Building …"
# only what the demo runs: no tests, and not the contract check's separate file
mvn -q -B -Dmaven.test.skip=true -Dcheck.jar.skip=true -pl providers,demo -am package \
  dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime

exec java -cp "demo/target/classes:$(cat demo/target/classpath)" \
  io.github.keycloakliveperson.demo.Demo "$@"
