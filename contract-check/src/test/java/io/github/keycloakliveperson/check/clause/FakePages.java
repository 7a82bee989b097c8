package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.contract.issuer.TestIssuer;
import io.javalin.http.Context;
import java.util.Map;

/** The fake provider's part in the brand's pages. */
final class FakePages {
    private final FakeProvider provider;

    FakePages(FakeProvider provider) {
        this.provider = provider;
    }

    void script(Context context) {
        if (provider.has(Fault.NO_SCRIPT)) {
            context.html("<h1>Not found</h1>");
            return;
        }
        context.contentType("text/javascript").result("window.lpGetAuthenticationToken = f;");
    }

    void silentReturn(Context context) {
        var ancestors =
                provider.has(Fault.FRAMED_BY_ALL)
                        ? FakeProvider.ORIGIN + " *"
                        : FakeProvider.ORIGIN;
        context.header("Content-Security-Policy", "frame-ancestors " + ancestors);
        context.html("<script src=\"silent-return.js\"></script>");
    }

    void identity(Context context) {
        var origin = context.header("Origin");
        boolean brand = FakeProvider.ORIGIN.equals(origin) || provider.has(Fault.REFLECTED_ORIGIN);
        if (brand && !provider.has(Fault.NO_CORS)) {
            context.header("Access-Control-Allow-Origin", origin);
            context.header("Access-Control-Allow-Credentials", "true");
        }
        if (!brand) {
            context.status(403);
        } else if (provider.signedIn(context) || provider.has(Fault.IDENTITY_FOR_NOBODY)) {
            var sub = provider.has(Fault.OTHER_IDENTITY) ? "somebody-else" : TestIssuer.SUB;
            context.json(Map.of("iss", provider.issuer(), "sub", sub, "acr", "loa1"));
        } else {
            context.status(204);
        }
    }
}
