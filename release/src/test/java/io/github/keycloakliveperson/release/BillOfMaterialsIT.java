package io.github.keycloakliveperson.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWEHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The JAR's bill of materials")
class BillOfMaterialsIT {

    private static final String OURS = "io/github/keycloakliveperson/";
    private static final String SHADED = OURS + "shaded/nimbusds/";

    private static Map<String, byte[]> jar;
    private static JsonNode component;

    @BeforeAll
    static void read() throws IOException {
        jar = ReleaseFiles.content(ReleaseFiles.file(ReleaseFiles.JAR));
        var components = ReleaseFiles.bill().path("components");
        assertThat(components).hasSize(1);
        component = components.get(0);
    }

    @Test
    @DisplayName("names one library, with its licence")
    void library() {
        assertThat(component.path("purl").asText())
                .matches("pkg:maven/com\\.nimbusds/nimbus-jose-jwt@[0-9.]+\\?type=jar");
        assertThat(component.at("/licenses/0/license/id").asText()).isEqualTo("Apache-2.0");
    }

    @Test
    @DisplayName("covers every class that isn't this project's own")
    void classes() throws Exception {
        var nimbus =
                Path.of(
                        JWEHeader.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        var inNimbus = ReleaseFiles.content(nimbus).keySet();
        var classes =
                jar.keySet().stream()
                        .filter(name -> name.endsWith(".class"))
                        .collect(Collectors.toSet());

        assertThat(classes).allMatch(name -> name.startsWith(OURS));
        assertThat(classes.stream().filter(name -> name.startsWith(OURS + "shaded/")))
                .isNotEmpty()
                .allMatch(name -> inNimbus.contains(name.replace(SHADED, "com/nimbusds/")));
        assertThat(nimbus.getFileName())
                .hasToString("nimbus-jose-jwt-" + component.path("version").asText() + ".jar");
    }

    @Test
    @DisplayName("matches the notice in the JAR")
    void notice() {
        var notice = new String(jar.get("META-INF/THIRD-PARTY.txt"), StandardCharsets.UTF_8);

        assertThat(notice)
                .contains("nimbus-jose-jwt " + component.path("version").asText() + "\n")
                .contains("Apache License, Version 2.0");
        assertThat(new String(jar.get("META-INF/LICENSE"), StandardCharsets.UTF_8))
                .contains("Apache License");
    }
}
