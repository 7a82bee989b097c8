package io.github.keycloakliveperson.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.contract.token.Pkce;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.TestRealm;
import io.github.keycloakliveperson.it.onboarding.AdminApi;
import io.github.keycloakliveperson.it.window.WindowClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the script on a brand's page does for a consumer who is signed in (L31–L34). */
record PageVisit(Channel channel, Person person, ConsumerBrowser browser) {

    /** The silent sign-in, the token call and the identity. */
    void make() {
        Pkce pkce = Pkce.create();
        String state = "s" + pkce.challenge();
        TestRealm realm = channel.realm();
        String silentReturn = realm.livePerson("silent-return/" + channel.clientId()).toString();
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", channel.clientId());
        request.put("redirect_uri", silentReturn);
        request.put("response_type", "code");
        request.put("scope", "openid");
        request.put("prompt", "none");
        request.put("state", state);
        request.put("code_challenge", pkce.challenge());
        request.put("code_challenge_method", Pkce.METHOD);

        Reply answer =
                browser.get(URI.create(realm.protocol("auth") + "?" + Query.encode(request)));
        String back = answer.header("Location").orElseThrow(() -> gateway(answer));
        assertThat(back).startsWith(silentReturn + "?").doesNotContain("error=");
        assertThat(WindowClient.raw(back, "state")).isEqualTo(state);
        Reply page = browser.get(URI.create(back));
        if (page.status() != 200) {
            throw gateway(page);
        }
        String token =
                WindowVisit.redeem(
                        channel, WindowClient.raw(back, "code"), silentReturn, pkce.verifier());
        WindowVisit.check(channel, token, person);
        identity();
    }

    private void identity() {
        Reply answer =
                browser.send(
                        HttpRequest.newBuilder(
                                        channel.realm()
                                                .livePerson("identity/" + channel.clientId()))
                                .header("Origin", Channel.ORIGIN));
        if (answer.status() != 200) {
            throw gateway(answer);
        }
        assertThat(AdminApi.json(answer).path("sub").asText()).isEqualTo(person.id());
    }

    private static Detour gateway(Reply answer) {
        return new Detour(
                answer.status() >= 502 ? Detour.Kind.GATEWAY : Detour.Kind.OTHER,
                "HTTP " + answer.status() + " at " + URI.create(answer.address()).getPath());
    }
}
