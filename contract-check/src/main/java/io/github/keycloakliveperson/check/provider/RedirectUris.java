package io.github.keycloakliveperson.check.provider;

import io.github.keycloakliveperson.contract.token.TokenRedirect;
import java.util.Optional;

/**
 * Where answers go to.
 *
 * @param page the brand page's own, or LivePerson's default (L21)
 * @param window the external window's address, without a query (L24)
 * @param token what LivePerson sends to the token endpoint in the openID dialect (L21)
 * @param app an app's, where there is one (L35)
 */
public record RedirectUris(String page, String window, String token, Optional<String> app) {
    /** LivePerson's default (L21). */
    public static final String DEFAULT = TokenRedirect.DEFAULT;

    /** LivePerson's window (L24). */
    public static final String WINDOW = "https://lpcdn.lpsnmedia.net/le_unified_window/index.html";
}
