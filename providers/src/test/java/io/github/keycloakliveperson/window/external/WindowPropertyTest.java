package io.github.keycloakliveperson.window.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.window.address.RawQuery;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** The same as {@link WindowFuzzTest}, with texts that look like the real ones. */
@Label("Whatever comes to the external window")
class WindowPropertyTest {

    @Property(seed = "20261121")
    @Label("as a query is read without a loss")
    void queries(@ForAll("queries") String query) {
        WindowInvariants.query(query);
    }

    @Property
    @Label("between state= and the next & stays as it is (L25)")
    void state(@ForAll @CharRange(from = '!', to = '~') @StringLength(max = 300) String text) {
        String state = text.replace("&", "").replace("#", "");

        assertThat(RawQuery.parse("a=1&state=" + state + "&b=2").raw("state")).contains(state);
        assertThat(RawQuery.parse("state=" + state).raw("state")).contains(state);
    }

    @Property(seed = "20261121")
    @Label("as a redirect URI leads where it shows")
    void redirectUris(@ForAll("addresses") String address) {
        WindowInvariants.redirectUri(address);
    }

    @Property(seed = "20261121")
    @Label("as an answer goes on as a value")
    void answers(@ForAll String codeOrError, @ForAll("pieces") String description) {
        WindowInvariants.answer(codeOrError, description);
    }

    @Property(seed = "20261121")
    @Label("as a cookie is one line")
    void cookies(@ForAll("pieces") String header) {
        WindowInvariants.cookies(header.replaceAll("[\\r\\n\\x00]", ""));
    }

    @Provide
    Arbitrary<String> queries() {
        return joined(
                "client_id=",
                "redirect_uri=",
                "state=",
                "%73tate=",
                "response_type=code",
                "scope=",
                "openid",
                "nonce=",
                "prompt=none",
                "code_challenge=",
                "liveperson_query=",
                "&",
                "&&",
                "=",
                "%",
                "%00",
                "%0d%0a",
                "%FF",
                "%F0%9F%98%80",
                "+",
                ";",
                "#",
                "\u00e9",
                "{\"a\":1}");
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> rest =
                joined(
                        "?",
                        "&",
                        "=",
                        "#",
                        "/",
                        "..",
                        "%2e",
                        "%252e",
                        "\\",
                        "@",
                        ":",
                        "code=x",
                        "CODE=x",
                        "%63ode=x",
                        "state=x",
                        "error=x",
                        "a",
                        "{",
                        "\"",
                        " ",
                        "\u00e9",
                        "\ud83d\ude00",
                        "%",
                        ";");
        return Arbitraries.of(
                        "",
                        "https://",
                        "https://window.example",
                        "https://window.example/chat",
                        "http://localhost:8080/")
                .flatMap(start -> rest.map(end -> start + end));
    }

    @Provide
    Arbitrary<String> pieces() {
        return joined(
                "LIVEPERSON_WINDOW_",
                "A".repeat(22),
                "=",
                ";",
                "; ",
                "\"",
                ",",
                "error",
                "access_denied",
                "\r\n",
                "\u0000",
                "\u00e9",
                " ");
    }

    private static Arbitrary<String> joined(String... pieces) {
        return Arbitraries.of(pieces).list().ofMaxSize(14).map(all -> String.join("", all));
    }
}
