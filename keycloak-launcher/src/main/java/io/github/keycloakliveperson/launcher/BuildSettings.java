package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The versions the launcher needs, as the parent POM pins them.
 *
 * @param keycloakVersion the server that is run unless another is asked for
 * @param dependencyPluginVersion the Maven plugin that resolves the distribution
 */
record BuildSettings(String keycloakVersion, String dependencyPluginVersion) {

    static BuildSettings load() {
        var properties = new Properties();
        try (var in = BuildSettings.class.getResourceAsStream("build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BuildSettings(
                properties.getProperty("keycloak.version"),
                properties.getProperty("maven-dependency-plugin.version"));
    }
}
