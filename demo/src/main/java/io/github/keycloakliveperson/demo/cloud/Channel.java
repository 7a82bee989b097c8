package io.github.keycloakliveperson.demo.cloud;

import io.github.keycloakliveperson.contract.token.TokenRedirect;

/** The way a consumer came into a conversation. */
public enum Channel {
    EMBEDDED("Embedded window", TokenRedirect.EMBEDDED),
    EXTERNAL_RFC("External window, OAuth 2 RFC dialect", TokenRedirect.EXTERNAL_RFC),
    EXTERNAL_OPENID("External window, openID dialect", TokenRedirect.EXTERNAL_OPENID),
    MOBILE("Mobile app", TokenRedirect.MOBILE);

    private final String title;
    private final TokenRedirect redirect;

    Channel(String title, TokenRedirect redirect) {
        this.title = title;
        this.redirect = redirect;
    }

    /** {@return for people} */
    public String title() {
        return title;
    }

    /** {@return which redirect_uri the token call sends (L21)} */
    public TokenRedirect redirect() {
        return redirect;
    }
}
