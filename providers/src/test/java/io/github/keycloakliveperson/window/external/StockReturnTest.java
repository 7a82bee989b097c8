package io.github.keycloakliveperson.window.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.HtmlUtils;

/** On every server: OneRequestIT. */
@DisplayName("The stock endpoint's answer is recognized within the server (K34, K36)")
class StockReturnTest {

    private static final String CALLBACK = "https://login.example/realms/a%20b/liveperson/callback";

    @Test
    @DisplayName("if it is a redirect to the callback")
    void redirect() {
        assertThat(
                        StockReturn.ofRedirect(
                                redirectWith("state", "h", "code", "a.b.c"), CALLBACK, "h"))
                .contains(Map.of("state", "h", "code", "a.b.c"));
        assertThat(
                        StockReturn.ofRedirect(
                                redirectWith("state", "h", "error_description", "Grüße & <x>"),
                                CALLBACK,
                                "h"))
                .contains(Map.of("state", "h", "error_description", "Grüße & <x>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CALLBACK,
                CALLBACK + "?",
                CALLBACK + "?code=a",
                CALLBACK + "?code=a&state=other",
                CALLBACK + "?code=a&state=h&state=h",
                CALLBACK + "/?code=a&state=h",
                CALLBACK + "2?code=a&state=h",
                "https://login.example/realms/a%20b/login-actions/required-action?state=h",
                "https://evil.example/?state=h&code=a"
            })
    @DisplayName("but not if it is another redirect")
    void elsewhere(String location) {
        assertThat(StockReturn.ofRedirect(location, CALLBACK, "h")).isEmpty();
    }

    @Test
    @DisplayName("if it is the page that posts a form there")
    void form() {
        assertThat(StockReturn.ofPage(form("state", "h", "id_token", "a.b.c"), CALLBACK, "h"))
                .contains(Map.of("state", "h", "id_token", "a.b.c"));
        assertThat(
                        StockReturn.ofPage(
                                form("state", "h", "error_description", "&lt; <x> \"y\" 'z'"),
                                CALLBACK,
                                "h"))
                .contains(Map.of("state", "h", "error_description", "&lt; <x> \"y\" 'z'"));
    }

    @Test
    @DisplayName("but not if it is another page")
    void otherPages() {
        String page = form("state", "h", "id_token", "a.b.c");

        assertThat(StockReturn.ofPage(page, CALLBACK, "other")).isEmpty();
        assertThat(StockReturn.ofPage(page, CALLBACK + "2", "h")).isEmpty();
        assertThat(StockReturn.ofPage("<!DOCTYPE html>" + page, CALLBACK, "h")).isEmpty();
        assertThat(StockReturn.ofPage(page + "\n", CALLBACK, "h")).isEmpty();
        assertThat(StockReturn.ofPage("", CALLBACK, "h")).isEmpty();
    }

    private static String redirectWith(String... parameters) {
        StringBuilder location = new StringBuilder(CALLBACK);
        for (int i = 0; i < parameters.length; i += 2) {
            location.append(i == 0 ? "?" : "&")
                    .append(parameters[i])
                    .append("=")
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return location.toString();
    }

    /** As OIDCRedirectUriBuilder writes it. */
    private static String form(String... parameters) {
        StringBuilder page = new StringBuilder();
        page.append("<HTML>  <HEAD>    <TITLE>OIDC Form_Post Response</TITLE>  </HEAD>");
        page.append("  <BODY Onload=\"document.forms[0].submit()\">");
        page.append("    <FORM METHOD=\"POST\" ACTION=\"").append(CALLBACK).append("\">");
        for (int i = 0; i < parameters.length; i += 2) {
            page.append("  <INPUT TYPE=\"HIDDEN\" NAME=\"")
                    .append(parameters[i])
                    .append("\" VALUE=\"")
                    .append(HtmlUtils.escapeAttribute(parameters[i + 1]))
                    .append("\" />");
        }
        page.append("      <NOSCRIPT>        <P>JavaScript is disabled.</P>");
        page.append("        <INPUT name=\"continue\" TYPE=\"SUBMIT\" VALUE=\"CONTINUE\" />");
        return page.append("      </NOSCRIPT>    </FORM>  </BODY></HTML>").toString();
    }
}
