# The images of docker-compose.yml and docker-compose.prod.yml, built from this checkout.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn --batch-mode --no-transfer-progress -pl providers,demo -am -Dmaven.test.skip=true -Dcheck.jar.skip=true \
    package dependency:copy-dependencies -DincludeScope=runtime

# The brand site and the simulated Conversational Cloud.
FROM eclipse-temurin:17-jre AS demo
WORKDIR /opt/demo
COPY --from=build /src/demo/target/dependency lib/
COPY --from=build /src/demo/target/keycloak-liveperson-demo-*.jar lib/
# A volume takes over the owner of the directory it is mounted on.
RUN mkdir data && chown 1000:1000 data
USER 1000:1000
EXPOSE 8081 8082
ENTRYPOINT ["java", "-cp", "lib/*", "io.github.keycloakliveperson.demo.Demo"]

# Keycloak with the JAR and the realm template, for the demo.
FROM quay.io/keycloak/keycloak:26.7.4 AS keycloak
COPY --from=build --chown=1000:0 /src/providers/target/keycloak-liveperson.jar /opt/keycloak/providers/
COPY --chown=1000:0 realm-templates/liveperson-realm.json /opt/keycloak/data/import/liveperson.json
# A volume takes over the owner of the directory it is mounted on.
RUN mkdir -p /opt/keycloak/data/h2

# The same for production: what "kc.sh build" decides is decided here, and "start --optimized" starts it as it is.
FROM keycloak AS keycloak-optimized
RUN /opt/keycloak/bin/kc.sh build --db=postgres --health-enabled=true --metrics-enabled=true
