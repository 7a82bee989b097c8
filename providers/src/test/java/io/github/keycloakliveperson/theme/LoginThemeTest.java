package io.github.keycloakliveperson.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the login theme, as they are packed into the JAR, beside Keycloak's own. */
@DisplayName("The login theme")
class LoginThemeTest {

    private static final String THEME = "/theme/liveperson-window/login/";
    private static final String OWN_ERRORS =
            "/io/github/keycloakliveperson/window/messages/messages_";
    private static final String KEYCLOAK = "/theme/base/login/";

    /**
     * Keycloak's texts that no consumer sees: administration, the command line, other protocols.
     */
    private static final Pattern NOT_FOR_CONSUMERS =
            Pattern.compile(
                    "(role_|client_|console-|openshift\\.|saml|kerberos|impersonate|oauth2Device|delegation|credentialOffer|naturalPerson"
                            + "|auth-x509|doX509|clientCertificate|noCertificate|did$|didExists|realmChoice|gssDelegation|bypassKerberos"
                            + "|doImpersonate|verifyOAuth2Device|identityProviderLogoutFailure|unsupportedNameId).*");

    @Test
    void is_registered_with_keycloak() {
        assertThat(text("/META-INF/keycloak-themes.json"))
                .contains("\"liveperson-window\"")
                .contains("\"login\"");
    }

    @Test
    void extends_keycloaks_current_theme_and_adds_to_its_styles() {
        Properties theme = load(THEME + "theme.properties");
        assertThat(theme.getProperty("parent")).isEqualTo("keycloak.v2");
        assertThat(theme.getProperty("styles")).startsWith("css/styles.css ");
    }

    @Test
    void knows_keycloaks_languages_and_hebrew() {
        List<String> keycloak =
                Arrays.asList(
                        load(KEYCLOAK + "theme.properties").getProperty("locales").split(","));
        assertThat(load(THEME + "theme.properties").getProperty("locales").split(","))
                .containsAll(keycloak)
                .contains("en", "de", "fr", "es", "he", "ja");
    }

    @Nested
    @DisplayName("Messages")
    class Messages {

        @ParameterizedTest
        @ValueSource(strings = {"de", "fr", "es", "ja"})
        void say_the_same_things_in_every_language(String language) {
            assertThat(keys(messages(THEME, language)))
                    .isEqualTo(keys(messages(THEME, "en")))
                    .isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"de", "fr", "es", "he", "ja"})
        void of_our_own_error_pages_are_in_every_language(String language) {
            Properties translated = load(OWN_ERRORS + language + ".properties");
            assertThat(keys(translated))
                    .isEqualTo(keys(load(OWN_ERRORS + "en.properties")))
                    .isNotEmpty();
            // MessageFormat takes a single apostrophe for a quotation mark
            assertThat(translated.values()).noneMatch(text -> text.toString().contains("'"));
        }

        @Test
        void in_hebrew_cover_what_keycloak_says_to_a_consumer() {
            Set<String> expected = new TreeSet<>(keys(messages(KEYCLOAK, "en")));
            expected.removeIf(key -> NOT_FOR_CONSUMERS.matcher(key).matches());
            expected.addAll(keys(messages(THEME, "en")));

            assertThat(keys(messages(THEME, "he"))).hasSizeGreaterThan(300).containsAll(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"en", "de", "fr", "es", "he", "ja"})
        void are_never_empty_and_never_name_a_value_that_keycloak_does_not_give(String language) {
            Properties english = messages(KEYCLOAK, "en");
            Properties ours = messages(THEME, language);
            for (String key : ours.stringPropertyNames()) {
                assertThat(ours.getProperty(key)).as(key).isNotBlank();
                assertThat(placeholders(english.getProperty(key, "")))
                        .as(key)
                        .containsAll(placeholders(ours.getProperty(key)));
            }
        }

        @Test
        void in_hebrew_name_the_language_from_right_to_left() {
            String name = messages(THEME, "he").getProperty("locale_he");
            assertThat(Character.getDirectionality(name.charAt(0)))
                    .isEqualTo(Character.DIRECTIONALITY_RIGHT_TO_LEFT);
        }
    }

    @Nested
    @DisplayName("Default colours")
    class Colors {

        @ParameterizedTest
        @CsvSource({
            "livepersonAccentColor, livepersonOnAccentColor",
            "livepersonDarkAccentColor, livepersonDarkOnAccentColor"
        })
        void have_the_contrast_that_wcag_asks_for_on_buttons(String background, String text) {
            assertThat(contrast(color(background), color(text))).isGreaterThanOrEqualTo(4.5);
        }

        @Test
        void have_the_contrast_that_wcag_asks_for_in_links() {
            assertThat(contrast(color("livepersonAccentColor"), 0xffffff))
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(color("livepersonDarkAccentColor"), 0x1f242c))
                    .isGreaterThanOrEqualTo(4.5);
        }

        private int color(String property) {
            String value = load(THEME + "theme.properties").getProperty(property);
            assertThat(value).matches("\\$\\{env\\.LIVEPERSON_[A-Z_]+:#[0-9a-f]{6}}");
            return Integer.parseInt(
                    value.substring(value.indexOf('#') + 1, value.length() - 1), 16);
        }

        /** WCAG 2.2, "contrast ratio". */
        private double contrast(int one, int other) {
            double a = luminance(one);
            double b = luminance(other);
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        }

        private double luminance(int rgb) {
            return 0.2126 * linear(rgb >> 16 & 255)
                    + 0.7152 * linear(rgb >> 8 & 255)
                    + 0.0722 * linear(rgb & 255);
        }

        private double linear(int channel) {
            double value = channel / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
    }

    private static Set<String> placeholders(String message) {
        return Pattern.compile("\\{(\\d)")
                .matcher(message)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(Properties messages) {
        return new TreeSet<>(messages.stringPropertyNames());
    }

    private static Properties messages(String theme, String language) {
        return load(theme + "messages/messages_" + language + ".properties");
    }

    /** Reads a file as Keycloak does: UTF-8. */
    private static Properties load(String path) {
        try (InputStream file = open(path)) {
            PropertyResourceBundle bundle = new PropertyResourceBundle(file);
            Properties properties = new Properties();
            bundle.keySet().forEach(key -> properties.put(key, bundle.getString(key)));
            return properties;
        } catch (IOException unreadable) {
            throw new AssertionError(path, unreadable);
        }
    }

    private static String text(String path) {
        try (InputStream file = open(path)) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(path, unreadable);
        }
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(LoginThemeTest.class.getResourceAsStream(path), path);
    }
}
