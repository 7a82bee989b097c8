package io.github.keycloakliveperson.check.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The connector values from the extension")
class ConnectorFormTest {
    private static final String ANSWER =
            """
            {"id":"1","clientId":"shop","connector":{"authenticationType":"code","pkce":true,
             "jwtIssuer":"https://login.example/realms/shop","clientId":"shop","clientSecret":"abc",
             "tokenEndpoint":"","scriptTag":"<script src=\\"https://login.example/realms/shop/liveperson/web-auth.js\\" data-client-id=\\"shop\\"></script>"},
             "checks":[]}
            """;

    @Test
    @DisplayName("give each field's value, and nothing for empty fields")
    void fields() {
        var form = ConnectorForm.read(ANSWER);

        assertThat(form.field("jwtIssuer")).contains("https://login.example/realms/shop");
        assertThat(form.field("clientSecret")).contains("abc");
        assertThat(form.field("tokenEndpoint")).isEmpty();
        assertThat(form.field("jwksEndpoint")).isEmpty();
        assertThat(form.flow()).contains(Flow.CODE_PKCE);
    }

    @Test
    @DisplayName("give the script's address and the addresses next to it")
    void script() {
        var form = ConnectorForm.read(ANSWER);

        assertThat(form.script())
                .contains("https://login.example/realms/shop/liveperson/web-auth.js");
        assertThat(form.besideScript("identity"))
                .contains("https://login.example/realms/shop/liveperson/identity/shop");
    }

    @ParameterizedTest
    @CsvSource({"implicit,false,implicit", "code,false,code", "code,true,code-pkce"})
    @DisplayName("give the flow, from authentication type and PKCE")
    void flows(String type, boolean pkce, String flow) {
        var json =
                "{\"clientId\":\"x\",\"authenticationType\":\"%s\",\"pkce\":%s}"
                        .formatted(type, pkce);

        assertThat(ConnectorForm.read(json).flow().map(Flow::word)).contains(flow);
    }

    @Test
    @DisplayName("may be missing completely")
    void empty() {
        assertThat(ConnectorForm.empty().flow()).isEmpty();
        assertThat(ConnectorForm.empty().script()).isEmpty();
        assertThat(ConnectorForm.empty().besideScript("identity")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "[]", "{\"clients\":[\"secret\"]}", "{\"connector\":{}}"})
    @DisplayName(
            "are refused with a sentence that doesn't repeat them if they are " + "something else")
    void refused(String text) {
        assertThatThrownBy(() -> ConnectorForm.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The connector ")
                .hasMessageNotContaining("secret");
    }
}
