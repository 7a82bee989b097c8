package io.github.keycloakliveperson.window.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.window.address.RawQuery;
import io.github.keycloakliveperson.window.address.WebOrigin;
import io.github.keycloakliveperson.window.address.WindowUri;
import io.github.keycloakliveperson.window.external.WindowRequest.Dialect;
import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds for any input; nothing else may come out, and no exception. */
final class WindowInvariants {

    private static final Set<String> STALE =
            Set.of("code", "token", "id_token", "access_token", "state", "iss", "error");
    private static final WindowMapperConfig CONFIG = WindowMapperConfig.from(Map.of());

    private WindowInvariants() {}

    /** A request's raw query is read without a loss, and asks the stock endpoint one question. */
    static void query(String raw) {
        RawQuery query = RawQuery.parse(raw);
        query.parameters().forEach(p -> query.value(p.name()));
        for (RawQuery.Parameter parameter : query.parameters()) {
            assertThat(raw).contains(parameter.rawValue());
            assertThat(parameter.rawValue()).doesNotContain("&");
        }
        query.raw("state")
                .filter(state -> state.indexOf('#') < 0)
                .ifPresent(state -> assertThat(new RawState(state).characters()).isEqualTo(state));
        assertThat(
                        ControlCharacterEnvelope.wrap(raw)
                                .map(ControlCharacterEnvelope::unwrap)
                                .orElse(raw))
                .isEqualTo(raw);
        ControlCharacterEnvelope.unwrap("liveperson_query=" + raw);
        for (AnswerType type : AnswerType.values()) {
            stockRequest(StockRequest.of(query, type, scope -> scope.length() > 3));
        }
    }

    private static void stockRequest(StockRequest request) {
        Map<String, String> asked =
                request.asked("client", "https://login.example/callback", "HANDLE", "N");
        assertThat(asked)
                .containsEntry("client_id", "client")
                .containsEntry("redirect_uri", "https://login.example/callback")
                .containsEntry("state", "HANDLE")
                .containsEntry("response_type", request.type().value());
        assertThat(asked.get("scope").split(" ")).contains("openid").doesNotContain("");
        assertThat(request.scopes()).contains("openid");
    }

    /** A redirect URI is refused, or leads to the host and path that it shows. */
    static void redirectUri(String text) {
        WindowUri.parse(text).ifPresent(window -> leadsWhereItShows(window, text));
        WebOrigin.parse(text).ifPresent(o -> assertThat(WebOrigin.parse(o.value())).contains(o));
    }

    private static void leadsWhereItShows(WindowUri window, String text) {
        URI base = URI.create(window.base());
        assertThat(text).startsWith(window.base());
        assertThat(base.getScheme()).isIn("http", "https");
        assertThat(base.getHost()).isNotEmpty();
        assertThat(base.getRawUserInfo()).isNull();
        assertThat(base.getRawQuery()).isNull();
        assertThat(window.base()).doesNotContain("\\").doesNotContainPattern("[\\x00-\\x20]");
        assertThat(base.normalize().getRawPath())
                .isEqualTo(base.getRawPath().replaceAll("//+", "/"));
        for (String answer :
                List.of(
                        window.withQuery("code=NEW&state=S"),
                        window.withFragment("id_token=NEW"))) {
            URI location = address(answer);
            assertThat(location.getRawAuthority()).isEqualTo(base.getRawAuthority());
            assertThat(location.getRawPath()).isEqualTo(base.getRawPath());
            String own = location.getRawQuery() == null ? "" : location.getRawQuery();
            RawQuery.parse(own).parameters().stream()
                    .filter(p -> STALE.contains(p.name().toLowerCase(Locale.ROOT)))
                    .forEach(p -> assertThat(p.rawValue()).isIn("NEW", "S"));
        }
        PendingWindow kept =
                new PendingWindow(
                        "uuid",
                        new WindowRequest(
                                window,
                                Dialect.RFC,
                                AnswerType.CODE,
                                Optional.of(new RawState("S"))),
                        CodeBinding.of(Map.of()));
        assertThat(PendingWindow.fromEntry(kept.toEntry())).contains(kept);
    }

    /** Whatever comes to the callback, the window gets an address in which it is a value. */
    static void answer(String codeOrError, String description) {
        WindowUri window = WindowUri.parse("https://window.example/chat?a=b").orElseThrow();
        for (AnswerType type : AnswerType.values()) {
            for (String name : List.of("error", type.value())) {
                PendingWindow pending =
                        new PendingWindow(
                                "uuid",
                                new WindowRequest(
                                        window, Dialect.RFC, type, Optional.of(new RawState("S"))),
                                CodeBinding.of(Map.of()));
                StockAnswer answer =
                        pending.request()
                                .read(
                                        description == null
                                                ? Map.of(name, codeOrError)
                                                : Map.of(
                                                        name,
                                                        codeOrError,
                                                        "error_description",
                                                        description));
                String location =
                        answer instanceof StockAnswer.Success success
                                ? pending.request().answer(CONFIG, success.codeOrToken())
                                : pending.request()
                                        .answer(CONFIG, ((StockAnswer.Failure) answer).error());
                address(location);
                assertThat(location)
                        .startsWith("https://window.example/chat?a=b")
                        .endsWith("&state=S")
                        .matches("[!-~]+");
            }
        }
    }

    /** A Cookie header is read, and what is said about it is one line each. */
    static void cookies(String header) {
        WindowCookies cookies = WindowCookies.parse(List.of(header), "/realms/r/liveperson", true);
        assertThat(cookies.add(WindowHandle.create(), 1800))
                .isNotEmpty()
                .allMatch(line -> line.startsWith(WindowHandle.COOKIE_PREFIX))
                .allMatch(line -> line.contains("; Path=/realms/r/liveperson; Max-Age="));
        WindowHandle.of(header, cookies.values()::get);
    }

    /** A single percent sign stays unchanged: browsers keep it. */
    private static URI address(String text) {
        try {
            return new URI(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"));
        } catch (URISyntaxException e) {
            throw new AssertionError("no address: " + text, e);
        }
    }
}
