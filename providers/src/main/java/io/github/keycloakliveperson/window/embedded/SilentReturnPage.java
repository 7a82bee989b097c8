package io.github.keycloakliveperson.window.embedded;

/**
 * The page that the silent sign-in's frame ends on. It hands the answer to the page that framed it,
 * if that page's origin is allowed, and forgets it. What varies in it is the list of origins, and
 * whether the frame stands on a page of its own site.
 */
public final class SilentReturnPage {

    private static final Resource SCRIPT = Resource.named("silent-return.js");
    private static final Resource PAGE = Resource.named("silent-return.html");

    private SilentReturnPage() {}

    /**
     * The page for a client whose pages have these origins.
     *
     * @param fetchSite the header {@code Sec-Fetch-Site} (Fetch Metadata) or null
     */
    public static String html(AllowedOrigins origins, String fetchSite) {
        var sameSite = "same-site".equals(fetchSite) || "same-origin".equals(fetchSite);
        return PAGE.text()
                .replace("${origins}", origins.spaceSeparated())
                .replace("${sameSite}", Boolean.toString(sameSite))
                .replace("${script}", SCRIPT.text());
    }

    public static String contentSecurityPolicy(AllowedOrigins origins) {
        return "default-src 'none'; script-src '"
                + SCRIPT.integrity(256)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors "
                + origins.frameAncestors();
    }
}
