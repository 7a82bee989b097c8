#!/usr/bin/env bash
# Assembles stand-ins for the official images, under the official names, from Debian's packages and Keycloak's published
# distribution, for machines that can't reach an image registry. The Docker server is the one of DOCKER_HOST.
#
# What differs from the official images: Debian's versions of Java, Maven, PostgreSQL and nginx.
# What is the same, because the compose files rely on it: paths, users, entry points, volumes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
checkout=$(cd "$here/../.." && pwd)
work=${1:?"usage: stand-ins.sh WORK-DIRECTORY"}
keycloak=$(sed -n 's/.*<keycloak.api.version>\(.*\)<.*/\1/p' "$checkout/pom.xml")
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")

# The mirror that this machine's own packages come from.
mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
  awk -v suite="$suite" '$2 == suite && $3 == "main" { print $1; exit }')

empty=$work/empty
maven=$work/maven
server=$work/keycloak
mkdir -p "$empty"
cp "$here/stand-ins/postgres-entrypoint.sh" "$empty/"

prepare() {
  # With the artifacts that Maven has already fetched on this machine: most of what the build in the image needs is there.
  # Some that it doesn't need are big.
  mkdir -p "$maven/repository"
  cp "${HOME}/.m2/settings.xml" "$maven/settings.xml" 2> /dev/null || echo '<settings/>' > "$maven/settings.xml"
  tar -C "$HOME/.m2/repository" --exclude=keycloak-quarkus-dist --exclude=./com/microsoft --exclude=./org/graalvm -c . |
    tar -C "$maven/repository" -x

  mkdir -p "$server"
  (cd "$checkout" && mvn --quiet --batch-mode --non-recursive dependency:copy \
    -Dartifact="org.keycloak:keycloak-quarkus-dist:$keycloak:zip" -DoutputDirectory="$server" -Dmdep.stripVersion=true)
  unzip -q -o "$server/keycloak-quarkus-dist.zip" -d "$server"
  rm -rf "$server/keycloak" "$server/keycloak-quarkus-dist.zip"
  mv "$server/keycloak-$keycloak" "$server/keycloak"
}
prepare &
prepared=$!

root=$work/debian
rm -rf "$root"
debootstrap --variant=minbase --include=ca-certificates,openssl "$suite" "$root" "$mirror" > "$work/debootstrap.log"
# The images use this machine's trusted certificates and Maven settings.
cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/" 2> /dev/null || true
chroot "$root" update-ca-certificates > /dev/null 2>&1
rm -rf "$root"/var/cache/apt/archives/*.deb
# As in the official Debian image: what is lost in a crash is rebuilt.
echo force-unsafe-io > "$root/etc/dpkg/dpkg.cfg.d/docker-apt-speedup"
tar -C "$root" -c . | docker import - stand-in/debian > /dev/null
rm -rf "$root"

build() { # NAME DOCKERFILE CONTEXT
  echo "stand-in for $1"
  docker build --quiet --tag "$1" --file "$here/stand-ins/$2" "$3" > /dev/null
}

# Images that don't depend on each other are built at the same time, because they mostly wait for downloads.
build postgres:16 postgres.Dockerfile "$empty" &
postgres=$!
build nginx:1.28 nginx.Dockerfile "$empty" &
nginx=$!
build eclipse-temurin:17-jre jre.Dockerfile "$empty"
wait "$prepared"
build maven:3.9-eclipse-temurin-17 maven.Dockerfile "$maven" &
tools=$!
build "quay.io/keycloak/keycloak:$keycloak" keycloak.Dockerfile "$server"
for image in "$postgres" "$nginx" "$tools"; do wait "$image"; done
rm -rf "$server" "$maven"
