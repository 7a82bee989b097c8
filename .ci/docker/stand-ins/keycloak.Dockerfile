FROM eclipse-temurin:17-jre
COPY --chown=1000:0 keycloak /opt/keycloak
RUN echo "keycloak:x:1000:0:keycloak user:/opt/keycloak:/sbin/nologin" >> /etc/passwd && mkdir -p /opt/keycloak/data && chown 1000:0 /opt/keycloak/data && chmod -R g+rwX /opt/keycloak
ENV KC_RUN_IN_CONTAINER=true
USER 1000
EXPOSE 8080 8443 9000
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
