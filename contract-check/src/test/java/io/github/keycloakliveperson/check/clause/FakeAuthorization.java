package io.github.keycloakliveperson.check.clause;

import io.github.keycloakliveperson.check.provider.RedirectUris;
import io.github.keycloakliveperson.contract.window.RawParameters;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The fake provider's authorization endpoint, in both dialects, and its login form. */
final class FakeAuthorization {
    private static final List<String> STALE =
            List.of("code", "token", "id_token", "state", "session_state", "error");

    private final FakeProvider provider;
    private final FakeState state;

    FakeAuthorization(FakeProvider provider) {
        this.provider = provider;
        this.state = new FakeState(provider);
    }

    void login(Context context) {
        boolean right =
                FakeProvider.USER.equals(context.formParam("username"))
                        && FakeProvider.PASSWORD.equals(context.formParam("password"));
        if (!right) {
            form(context, "<span id=\"input-error\">Invalid username or password.</span>");
            return;
        }
        provider.signIn(context);
        redirect(context, provider.issuer() + "/authorize?" + context.queryString());
    }

    void authorize(Context context) {
        var asked = RawParameters.parse(context.queryString());
        var redirectUri = value(asked, "redirect_uri").orElse("");
        var base = redirectUri.split("\\?", 2)[0];
        if (!provider.registered().contains(base) && !provider.has(Fault.OPEN_REDIRECT)) {
            context.status(400).html("<h1>Invalid redirect_uri</h1>");
            return;
        }
        var target = withoutStale(redirectUri);
        var refusal = refusal(asked);
        if (refusal.isPresent()) {
            redirect(context, target + separator(target) + "error=" + refusal.get());
            return;
        }
        boolean silent = value(asked, "prompt").equals(Optional.of("none"));
        if (!provider.signedIn(context)) {
            if (silent && !provider.has(Fault.LOGIN_PAGE_FOR_SILENT)) {
                redirect(context, target + separator(target) + "error=login_required");
            } else {
                form(context, "");
            }
            return;
        }
        if (silent && provider.has(Fault.NO_SILENT_ANSWER)) {
            redirect(context, target + separator(target) + "error=interaction_required");
            return;
        }
        answer(context, asked, target);
    }

    private Optional<String> refusal(RawParameters asked) {
        boolean plain = value(asked, "code_challenge_method").equals(Optional.of("plain"));
        boolean bare = asked.raw("nonce").isEmpty();
        boolean token = value(asked, "response_type").equals(Optional.of("id_token"));
        boolean unknown = asked.raw("parentWindowOrigin").isPresent();
        boolean openid = value(asked, "redirect_uri").orElse("").contains("?");
        boolean refused =
                plain
                        || bare && token && provider.has(Fault.NONCE_NEEDED)
                        || unknown && provider.has(Fault.REFUSES_UNKNOWN_PARAMETERS)
                        || openid && provider.has(Fault.NO_OPENID_DIALECT);
        return refused ? Optional.of("invalid_request") : Optional.empty();
    }

    private void answer(Context context, RawParameters asked, String target) {
        boolean openid = target.contains("?");
        var address = target;
        if (openid && provider.has(Fault.WINDOW_QUERY_LOST)) {
            address = target.split("\\?")[0];
        }
        boolean window = address.startsWith(RedirectUris.WINDOW);
        if (window && provider.has(Fault.WINDOW_MOVED)) {
            address = address.replace("index.html", "index.html/");
        }
        var given = given(asked, openid, value(asked, "redirect_uri").orElseThrow());
        boolean lost = provider.has(Fault.LINK_STATE_LOST);
        var back =
                lost ? "" : asked.raw("state").map(raw -> "&state=" + state.back(raw)).orElse("");
        if (window && !openid && provider.has(Fault.FORM_POST)) {
            formPost(context, address, given);
            return;
        }
        boolean fragment = given.startsWith("id_token=");
        if (window && provider.has(Fault.STATE_ELSEWHERE)) {
            redirect(context, address + "?x=1" + back + "#" + given);
            return;
        }
        redirect(context, address + (fragment ? "#" : separator(address)) + given + back);
    }

    private String given(RawParameters asked, boolean openid, String redirectUri) {
        var nonce = value(asked, "nonce");
        return switch (value(asked, "response_type").orElse("")) {
            case "id_token" -> "id_token=" + provider.idTokens.issue(nonce);
            case "token" ->
                    "token="
                            + provider.idTokens.issue(
                                    provider.has(Fault.ACCESS_TOKEN) ? Optional.empty() : nonce);
            default -> {
                var code =
                        provider.has(Fault.ONE_CODE_FOR_ALL)
                                ? "the-only-code"
                                : UUID.randomUUID().toString();
                boolean redeemedAtDefault = openid && !provider.has(Fault.CODE_FOR_WINDOW_ONLY);
                provider.codes.put(
                        code,
                        new FakeProvider.Grant(
                                redeemedAtDefault ? RedirectUris.DEFAULT : redirectUri,
                                value(asked, "code_challenge"),
                                nonce));
                yield "code=" + code;
            }
        };
    }

    private String withoutStale(String redirectUri) {
        var parts = redirectUri.split("\\?", 2);
        if (parts.length < 2 || provider.has(Fault.STALE_ANSWER_STAYS)) {
            return redirectUri;
        }
        return parts[0]
                + "?"
                + Arrays.stream(parts[1].split("&"))
                        .filter(pair -> !STALE.contains(pair.split("=")[0]))
                        .collect(Collectors.joining("&"));
    }

    private static void form(Context context, String complaint) {
        context.html(
                complaint
                        + "<form id=\"kc-form-login\" method=\"post\" action=\"/login?"
                        + context.queryString().replace("&", "&amp;").replace("\"", "%22")
                        + "\"><input name=\"username\" type=\"text\">"
                        + "<input name=\"password\" type=\"password\"></form>");
    }

    private static void formPost(Context context, String address, String given) {
        var pair = given.split("=", 2);
        context.html(
                "<body onload=\"document.forms[0].submit()\"><form method=\"post\" action=\""
                        + address
                        + "\"><input type=\"hidden\" name=\""
                        + pair[0]
                        + "\" value=\""
                        + pair[1]
                        + "\"></form></body>");
    }

    private static Optional<String> value(RawParameters asked, String name) {
        return asked.value(name);
    }

    private static String separator(String address) {
        return address.contains("?") ? "&" : "?";
    }

    private static void redirect(Context context, String address) {
        context.status(302).res().setHeader("Location", address);
    }
}
