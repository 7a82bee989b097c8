package io.github.keycloakliveperson.contract.token;

import java.util.Optional;

/** Which {@code redirect_uri} LivePerson sends to the token endpoint (L21). */
public enum TokenRedirect {
    /** The page's, if it gave one, else the default. */
    EMBEDDED,
    /** The window's location, the same as at the authorization endpoint. */
    EXTERNAL_RFC,
    /** Always the default, whatever the authorization endpoint was sent. */
    EXTERNAL_OPENID,
    /** The app's, if it gave one, else the default. */
    MOBILE;

    /** LivePerson's default; once seen with a trailing slash. */
    public static final String DEFAULT = "https://liveperson.net";

    /**
     * @param given what the page or app gave, or the window's location
     * @return what goes to the token endpoint
     * @throws IllegalArgumentException when an RFC window has no location
     */
    public String choose(Optional<String> given) {
        return switch (this) {
            case EMBEDDED, MOBILE -> given.orElse(DEFAULT);
            case EXTERNAL_OPENID -> DEFAULT;
            case EXTERNAL_RFC ->
                    given.orElseThrow(
                            () -> new IllegalArgumentException("An RFC window has a location."));
        };
    }
}
