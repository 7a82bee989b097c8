package io.github.keycloakliveperson.it.silence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TokenAnswer;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import io.github.keycloakliveperson.it.sde.Sde;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;

/** Everything that works, once. */
record SilentFlows(SilentRealm realm, Canaries canaries, Answers answers) {

    /** Runs all flows; tells the claims of an id_token, which must contain the canaries. */
    JsonNode run(CanaryConsumer consumer) {
        LivePersonKey key = LivePersonKey.make("lpsso2026");
        Chat code = realm.chat("silent-code", "\"flow\":\"code\"");
        Chat pkce = realm.chat("silent-pkce", "\"flow\":\"code\",\"pkce\":true");
        Chat implicit = realm.chat("silent-implicit", "\"flow\":\"implicit\"");
        String encrypted = "," + SilentRealm.encryptedFor(key);
        Chat sealedCode = realm.chat("sealed-code", "\"flow\":\"code\"" + encrypted);
        Chat sealedImplicit = realm.chat("sealed-implicit", "\"flow\":\"implicit\"" + encrypted);

        ConsumerBrowser browser = new ConsumerBrowser();
        for (Chat chat : new Chat[] {code, sealedCode}) {
            redeem(chat, chat.window(browser, chat.rfc("code", chat.state(""), ""), consumer));
            String end = chat.window(browser, chat.openId("code"), consumer);
            chat.redeem(Query.of(end).get("code"), Chat.TOKEN_REDIRECT, Map.of());
        }
        for (Chat chat : new Chat[] {implicit, sealedImplicit}) {
            chat.window(browser, chat.rfc("id_token", chat.state("%01"), ""), consumer);
            chat.window(browser, chat.openId("token"), consumer);
        }
        withPkce(pkce, consumer);
        embedded(code, browser);
        refreshed(consumer);
        admin(code);
        return redeem(code, code.window(browser, code.rfc("code", "short", ""), consumer));
    }

    private JsonNode redeem(Chat chat, String end) {
        TokenAnswer answer = chat.redeem(Query.of(end).get("code"), Chat.WINDOW, Map.of());
        assertThat(answer.status()).as(chat.client().clientId()).isEqualTo(200);
        return answer.idToken().split("\\.").length == 3 ? answer.idTokenClaims() : null;
    }

    private void withPkce(Chat chat, CanaryConsumer consumer) {
        Pkce pkce = Pkce.create();
        canaries.keep("code_verifier", pkce.verifier());
        String challenge = "&code_challenge_method=S256&code_challenge=" + pkce.challenge();
        String end =
                chat.window(
                        new ConsumerBrowser(),
                        chat.rfc("code", chat.state(""), challenge),
                        consumer);
        Map<String, String> verifier = Map.of("code_verifier", pkce.verifier());
        assertThat(chat.redeem(Query.of(end).get("code"), Chat.WINDOW, verifier).status())
                .isEqualTo(200);
    }

    /** What the page's script does, and LivePerson with its answer. */
    private void embedded(Chat chat, ConsumerBrowser browser) {
        String back = chat.realm().livePerson("silent-return/" + chat.client().clientId()) + "";
        URI silent =
                new RelyingParty(chat.realm(), chat.client())
                        .authorizationRequest(
                                Map.of(
                                        "redirect_uri",
                                        back,
                                        "prompt",
                                        "none",
                                        "state",
                                        canaries.make("state of the frame"),
                                        "nonce",
                                        canaries.make("nonce")));
        String end = browser.get(silent).location();
        String code = Query.of(end).get("code");
        canaries.keep("code", code);
        answers.keep(browser.get(URI.create(end)));
        assertThat(chat.redeem(code, back, Map.of()).status()).isEqualTo(200);
        Reply identity =
                browser.send(
                        HttpRequest.newBuilder(
                                        chat.realm()
                                                .livePerson("identity/" + chat.client().clientId()))
                                .header("Origin", SilentRealm.BRAND));
        assertThat(answers.keep(identity).status()).isEqualTo(200);
        answers.keep(browser.get(chat.realm().livePerson("web-auth.js")));
        answers.keep(browser.get(chat.realm().livePerson("jwks")));
    }

    /** A client that keeps Keycloak's whole token response, and refreshes. */
    private void refreshed(CanaryConsumer consumer) {
        Chat chat =
                realm.unchecked(
                        "refreshing",
                        Map.of("minimal.token.response", "false"),
                        Sde.CUSTOMER,
                        CanaryConsumer.customerInfo());
        String end =
                chat.window(new ConsumerBrowser(), chat.rfc("code", chat.state(""), ""), consumer);
        TokenAnswer answer = chat.redeem(Query.of(end).get("code"), Chat.WINDOW, Map.of());
        TokenAnswer again =
                new RelyingParty(chat.realm(), chat.client()).refresh(answer.text("refresh_token"));
        assertThat(again.status()).isEqualTo(200);
        canaries.keepToken("id_token", again.idToken());
        canaries.keepToken("access_token", again.text("access_token"));
        new ConsumerBrowser()
                .send(
                        HttpRequest.newBuilder(chat.realm().protocol("userinfo"))
                                .header("Authorization", "Bearer " + again.text("access_token")));
    }

    /** They tell the secret to whom Keycloak would tell it, and to nobody else. */
    private void admin(Chat chat) {
        String id = chat.client().id();
        assertThat(realm.api().get("liveperson").status()).isEqualTo(200);
        assertThat(realm.api().get("liveperson/clients/" + id).status()).isEqualTo(200);
        assertThat(
                        realm.api()
                                .get(
                                        "clients/"
                                                + id
                                                + "/installation/providers/liveperson-connector")
                                .body())
                .contains(chat.client().secret());
    }
}
