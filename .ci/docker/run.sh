#!/usr/bin/env bash
# Runs both compose files for real, checks them against LivePerson's contract, and runs the integration tests' core set
# against a container: on a Docker server of its own, with images assembled here (stand-ins.sh).
# Needs Debian and root; installs what is missing. "run.sh jar", "run.sh demo", "run.sh production", "run.sh tests" run a part.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
parts=${*:-"jar demo production tests"}

. .ci/steps.sh

missing=()
for tool in dockerd:docker.io docker-compose:docker-compose debootstrap:debootstrap iptables:iptables unzip:unzip; do
  command -v "${tool%%:*}" > /dev/null || missing+=("${tool#*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
  log "install ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi
# Debian's own, in case another program of that name comes first on the path.
export PATH=/usr/bin:/usr/sbin:$PATH

work=$(mktemp -d -t keycloak-liveperson-docker-XXXXXX)
export DOCKER_HOST=unix://$work/docker.sock
export COMPOSE_PROJECT_NAME=keycloak-liveperson

log "start a server in $work"
dockerd --host="$DOCKER_HOST" --data-root="$work/data" --exec-root="$work/exec" --pidfile="$work/dockerd.pid" \
  > "$work/dockerd.log" 2>&1 &
server=$!
finish() {
  status=$?
  print_steps
  if [ $status -ne 0 ]; then
    tail -n 20 "$work/dockerd.log" || true
    docker ps --all --format '{{.Names}}' | while read -r name; do
      echo "--- $name"
      docker logs --tail 40 "$name" 2>&1 || true
    done
  fi
  docker ps --quiet | xargs --no-run-if-empty docker kill > /dev/null || true
  kill "$server" && wait "$server" || true
  rm -rf "$work" || true
  exit $status
}
trap finish EXIT
for _ in $(seq 60); do docker info > /dev/null 2>&1 && break || sleep 1; done
docker info --format 'Docker {{.ServerVersion}}, {{.Driver}}'

log "images"
"$here/stand-ins.sh" "$work/stand-ins"

check_jar=contract-check/target/liveperson-check.jar
# The results of "mvn verify", if it wasn't run.
[ -f "$check_jar" ] || mvn --quiet --batch-mode package -DskipUnitTests

jar() {
  log "the image that holds the JAR alone"
  mkdir -p "$work/jar" "$work/saved"
  cp providers/target/keycloak-liveperson.jar "$work/jar/"
  docker build --quiet --tag keycloak-liveperson/jar --file release/Dockerfile "$work/jar"
  docker save keycloak-liveperson/jar | tar -x -C "$work/saved"
  local layers
  layers=$(sed 's/.*"Layers":\["\([^]]*\)"\].*/\1/' "$work/saved/manifest.json")
  test "$(tar -t -f "$work/saved/$layers")" = keycloak-liveperson.jar
  tar -x -O -f "$work/saved/$layers" | cmp - providers/target/keycloak-liveperson.jar
  # as a Dockerfile copies from it
  printf 'FROM stand-in/debian\nCOPY --from=keycloak-liveperson/jar --chown=1000:0 /keycloak-liveperson.jar /providers/\n' |
    docker build --quiet --tag keycloak-liveperson/copied -
  test "$(docker run --rm --entrypoint stat keycloak-liveperson/copied -c %u:%g /providers/keycloak-liveperson.jar)" = 1000:0
}

demo() {
  log "the demo: build"
  docker-compose build --quiet
  # The same sources give the same bytes, so the results of the servers' tests also apply to the image.
  docker run --rm --entrypoint cat keycloak-liveperson/keycloak /opt/keycloak/providers/keycloak-liveperson.jar |
    cmp - providers/target/keycloak-liveperson.jar
  log "the demo: contract check"
  docker-compose up -d keycloak
  local options=(--keycloak-url=http://localhost:8080 --bind=0.0.0.0 --key-file=/opt/demo/data/liveperson.key)
  docker-compose run --rm -T demo "${options[@]}" --check
  log "the demo: pages"
  docker-compose up -d
  answers http://localhost:8081/
  answers http://localhost:8082/agent
  loopback_only
  log "the demo: data outlives the containers, nothing runs as root"
  for service in keycloak demo; do
    test "$(docker-compose exec -T "$service" bash -c 'echo $EUID')" != 0
  done
  docker-compose down
  docker-compose up -d keycloak
  answers http://localhost:8080/realms/brand
  docker-compose exec -T keycloak bash -c 'echo "$KC_BOOTSTRAP_ADMIN_PASSWORD"' | kcadm docker-compose.yml keycloak
  # read everything first: a reader that stops early makes the writer fail
  local users
  users=$(docker-compose exec -T keycloak /opt/keycloak/bin/kcadm.sh get users -r brand -q username=demo-consumer --config /tmp/kcadm)
  [[ $users == *demo-consumer* ]]
  docker-compose down --volumes
}

production() {
  export KC_DB_PASSWORD=database-password KC_ADMIN_PASSWORD=admin-password
  local compose="docker-compose -f docker-compose.prod.yml"
  log "production: build and start"
  $compose build --quiet
  $compose up -d
  answers https://localhost:8443/realms/brand --insecure

  loopback_only

  log "production: a consumer"
  echo "$KC_ADMIN_PASSWORD" | kcadm docker-compose.prod.yml keycloak-1
  local kcadm="$compose exec -T keycloak-1 /opt/keycloak/bin/kcadm.sh"
  $kcadm create users -r brand --config /tmp/kcadm -s username=consumer -s enabled=true -s email=consumer@brand.example \
    -s emailVerified=true -s firstName=Ada -s lastName=Consumer -s 'attributes.cstatus=["gold"]'
  $kcadm set-password -r brand --config /tmp/kcadm --username consumer --new-password consumer-password
  local client secret
  client=$($kcadm get clients -r brand --config /tmp/kcadm -q clientId=liveperson-code --fields id --format csv --noquotes | tr -d '\r')
  secret=$($kcadm get "clients/$client/client-secret" -r brand --config /tmp/kcadm --fields value --format csv --noquotes | tr -d '\r')
  $compose exec -T proxy cat /etc/nginx/tls/server.crt > "$work/server.crt"
  keytool -importcert -noprompt -alias proxy -file "$work/server.crt" -keystore "$work/trust.p12" -storepass changeit > /dev/null 2>&1

  log "production: contract check with two nodes"
  contract_check "$secret"
  log "production: contract check with one node"
  $compose stop keycloak-1
  contract_check "$secret"
  for service in database keycloak-2 proxy; do
    test "$($compose exec -T "$service" bash -c 'echo $EUID')" != 0
  done
  $compose down --volumes
}

loopback_only() { # all ports that are published
  local ports
  ports=$(docker ps --format '{{.Ports}}')
  echo "$ports"
  [[ $ports == *127.0.0.1:* && $ports != *0.0.0.0:* && $ports != *:::* ]]
}

contract_check() { # CLIENT-SECRET
  java -Djavax.net.ssl.trustStore="$work/trust.p12" -Djavax.net.ssl.trustStorePassword=changeit -jar "$check_jar" \
    --issuer=https://localhost:8443/realms/brand \
    --authorization-endpoint=https://localhost:8443/realms/brand/liveperson/authorize \
    --client-id=liveperson-code --client-secret="$1" --username=consumer --password=consumer-password
}

kcadm() { # COMPOSE-FILE SERVICE, the password on standard input
  docker-compose -f "$1" exec -T "$2" bash -c 'read -r KC_CLI_PASSWORD; export KC_CLI_PASSWORD; exec /opt/keycloak/bin/kcadm.sh \
    config credentials --config /tmp/kcadm --server http://localhost:8080 --realm master --user admin'
}

answers() { # ADDRESS [CURL-OPTION…]
  for _ in $(seq 100); do
    if curl --silent --fail --output /dev/null "${@:2}" "$1"; then
      echo "$1 answers"
      return
    fi
    sleep 2
  done
  echo "$1 doesn't answer" >&2
  return 1
}

tests() {
  log "the integration tests' core set against a container"
  # Nothing is pulled: no container that cleans up after Keycloak, and any available image where a small one is needed.
  # The interface version is this Docker server's. Ports are published on this machine's localhost, even where the machine
  # is a container itself; to browsers http://localhost is as good as https, another address of the machine isn't.
  TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_TINYIMAGE_CONTAINER_IMAGE=stand-in/debian:latest \
    TESTCONTAINERS_HOST_OVERRIDE=localhost \
    .ci/integration-tests container -Dkeycloak.runtime=container -Dapi.version=1.41 -Dit.groups=core
}

for part in $parts; do "$part"; done
