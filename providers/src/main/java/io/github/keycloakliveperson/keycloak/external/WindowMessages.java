package io.github.keycloakliveperson.keycloak.external;

import com.google.auto.service.AutoService;
import io.github.keycloakliveperson.LivePersonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.ThemeResourceProvider;
import org.keycloak.theme.ThemeResourceProviderFactory;

/**
 * The external window's error messages, for every theme. They have a place of their own because all
 * provider JARs share one class loader (K22): of two JARs with {@code theme-resources/messages}
 * only one would be read.
 */
@AutoService(ThemeResourceProviderFactory.class)
public final class WindowMessages
        implements ThemeResourceProviderFactory,
                ThemeResourceProvider,
                LivePersonFactory<ThemeResourceProvider> {

    private static final String BUNDLES = "/io/github/keycloakliveperson/window/messages/";

    @Override
    public String getId() {
        return "liveperson";
    }

    @Override
    public Properties getMessages(String baseBundlename, Locale locale) throws IOException {
        var messages = new Properties();
        var bundle = BUNDLES + baseBundlename + "_" + locale + ".properties";
        try (InputStream stream = WindowMessages.class.getResourceAsStream(bundle)) {
            if (stream != null) {
                messages.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        }
        return messages;
    }

    @Override
    public URL getTemplate(String name) {
        return null;
    }

    @Override
    public InputStream getResourceAsStream(String path) {
        return null;
    }

    @Override
    public ThemeResourceProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
