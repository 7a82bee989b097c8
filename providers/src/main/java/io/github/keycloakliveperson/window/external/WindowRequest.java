package io.github.keycloakliveperson.window.external;

import io.github.keycloakliveperson.window.address.PercentEncoding;
import io.github.keycloakliveperson.window.address.WindowUri;
import io.github.keycloakliveperson.window.mapper.AnswerLocation;
import io.github.keycloakliveperson.window.mapper.WindowMapperConfig;
import java.util.Map;
import java.util.Optional;

/**
 * What LivePerson's window asked for, checked: all that is needed to answer it.
 *
 * @param dialect how it asked, and so how it is answered
 */
public record WindowRequest(
        WindowUri window, Dialect dialect, AnswerType type, Optional<RawState> state) {

    /** The two ways LivePerson's external window asks (L22). */
    public enum Dialect {
        /** "OAuth 2 RFC": the window's configuration is in {@code state} (L23, L25, L27). */
        RFC,
        /** "openID": the window's configuration is in the address's own query (L29, L30). */
        OPENID
    }

    /** Whether the window gets a code, which has to be issued again for it. */
    public boolean wantsCode() {
        return type == AnswerType.CODE;
    }

    /** What the stock authorization endpoint answered. */
    public StockAnswer read(Map<String, String> parameters) {
        return StockAnswer.read(type, parameters);
    }

    /** The redirect URI that LivePerson will send to the token endpoint (L21). */
    public String tokenRedirectUri(WindowMapperConfig config) {
        return dialect == Dialect.RFC ? window.original() : config.tokenRedirectUri();
    }

    public String answer(WindowMapperConfig config, String codeOrToken) {
        var name =
                dialect == Dialect.OPENID && type == AnswerType.ID_TOKEN ? "token" : type.value();
        return at(location(config), name + "=" + PercentEncoding.encode(codeOrToken));
    }

    public String answer(WindowMapperConfig config, OAuthError error) {
        return at(location(config), parameters(error));
    }

    /** The address of a window whose request couldn't be understood. */
    static String refusal(WindowUri window, Optional<RawState> state, OAuthError error) {
        return new WindowRequest(window, Dialect.RFC, AnswerType.CODE, state)
                .at(AnswerLocation.QUERY, parameters(error));
    }

    /** Where the answer goes: codes and the whole openID dialect in the query (L27, L30). */
    AnswerLocation location(WindowMapperConfig config) {
        return dialect == Dialect.RFC && type == AnswerType.ID_TOKEN
                ? config.location()
                : AnswerLocation.QUERY;
    }

    private String at(AnswerLocation location, String parameters) {
        var all = parameters + state.map(s -> "&state=" + s.characters()).orElse("");
        return location == AnswerLocation.QUERY ? window.withQuery(all) : window.withFragment(all);
    }

    private static String parameters(OAuthError error) {
        return "error="
                + PercentEncoding.encode(error.code())
                + error.description()
                        .map(d -> "&error_description=" + PercentEncoding.encode(d))
                        .orElse("");
    }
}
