package io.github.keycloakliveperson.it.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.Query;
import io.github.keycloakliveperson.it.harness.RelyingParty;
import io.github.keycloakliveperson.it.harness.TestClient;
import io.github.keycloakliveperson.it.idtoken.LivePersonKey;
import io.github.keycloakliveperson.it.sde.Sde;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;

/** Everything that goes wrong, once. */
record SilentFailures(SilentRealm realm, Canaries canaries, Answers answers) {

    private static final String ENCRYPTION = "oidc-liveperson-id-token-encryption-mapper";

    /** Runs them all. */
    void run(CanaryConsumer consumer) {
        Chat chat = realm.chat("failing", "\"flow\":\"code\"");
        refusedWindows(chat);
        handles(chat, consumer);
        tokenCalls(chat, consumer);
        keysAtRunTime(consumer);
        values();
        savesOf(chat.client());
        orders();
        strangers(chat);
    }

    private void refusedWindows(Chat chat) {
        ConsumerBrowser browser = new ConsumerBrowser();
        String evil = "https://evil.example/?" + canaries.make("query of a wrong address");
        for (String client : new String[] {chat.client().clientId(), "nobody"}) {
            Reply page =
                    browser.get(
                            new Chat(chat.realm(), new TestClient(null, client, null), canaries)
                                    .request(
                                            "response_type=code&redirect_uri="
                                                    + Query.encode(evil)
                                                    + "&login_hint="
                                                    + canaries.make("login_hint")
                                                    + "&state="
                                                    + chat.state("")));
            assertThat(answers.keep(page).status()).isEqualTo(400);
        }
        error(browser, chat.rfc("code", chat.state("x".repeat(16_384)), ""), "invalid_request");
        error(browser, chat.rfc("code", chat.state(""), "&scope=x"), "invalid_request");
        error(browser, chat.rfc("id_token", chat.state(""), ""), "unauthorized_client");
        error(browser, chat.rfc("device", chat.state(""), ""), "unsupported_response_type");
        error(browser, chat.rfc("code", "a", "&state=" + chat.state("")), "invalid_request");
        error(browser, chat.rfc("code", "a", "&request=" + canaries.make("nonce")), "request_not");
    }

    private void handles(Chat chat, CanaryConsumer consumer) {
        ConsumerBrowser browser = new ConsumerBrowser();
        String end = chat.window(browser, chat.rfc("code", chat.state(""), ""), consumer);
        String callback = chat.callback(browser, consumer);
        String handle = canaries.keep("handle", Query.of(callback).get("state"));
        canaries.keep("code", Query.of(callback).get("code"));
        page(new ConsumerBrowser().get(URI.create(callback)));
        URI foreign =
                URI.create(
                        chat.realm().livePerson("callback")
                                + "?state="
                                + handle
                                + "&code="
                                + Query.of(end).get("code"));
        answers.keepError(browser.get(foreign).location());
        page(browser.get(URI.create(callback)));
        page(
                browser.post(
                        chat.realm().livePerson("callback"),
                        Map.of(
                                "state",
                                canaries.make("handle"),
                                "id_token",
                                canaries.make("id_token"))));
    }

    private void tokenCalls(Chat chat, CanaryConsumer consumer) {
        ConsumerBrowser browser = new ConsumerBrowser();
        String code =
                Query.of(chat.window(browser, chat.rfc("code", chat.state(""), ""), consumer))
                        .get("code");
        TestClient wrong =
                new TestClient(
                        chat.client().id(),
                        chat.client().clientId(),
                        canaries.make("wrong client secret"));
        answers.keep(new RelyingParty(chat.realm(), wrong).redeem(code, Map.of()).response());
        answers.keep(chat.redeem(code, "https://evil.example/", Map.of()).response());
        answers.keep(chat.redeem(code, Chat.WINDOW, Map.of()).response());
        CanaryConsumer forgetful =
                new CanaryConsumer(consumer.username(), canaries.make("wrong password"));
        new Chat(chat.realm(), chat.client(), canaries)
                .signIn(new ConsumerBrowser(), chat.rfc("code", "s", "&prompt=none"), forgetful);
        ConsumerBrowser mistaken = new ConsumerBrowser();
        mistaken.submit(
                mistaken.get(chat.rfc("code", "s", "")).page().expectFirst("#kc-form-login"),
                Map.of("username", forgetful.username(), "password", forgetful.password()));
    }

    private void keysAtRunTime(CanaryConsumer consumer) {
        LivePersonKey mine = LivePersonKey.make("lpsso2026");
        String privateKey = LivePersonKey.pem("PRIVATE KEY", mine.pair().getPrivate().getEncoded());
        keepKey("private key", privateKey);
        Map<String, String> bad =
                Map.of(
                        "garbage",
                        canaries.make("key text"),
                        "private",
                        privateKey,
                        "broken-json",
                        "{\"kty\":\"RSA\",\"n\":\"" + canaries.make("key text") + "\"");
        bad.forEach(
                (name, key) -> {
                    Chat chat =
                            realm.unchecked(
                                    "key-" + name,
                                    Map.of(),
                                    ENCRYPTION,
                                    Map.of("public.key", key, "key.id", "lpsso2026"));
                    ConsumerBrowser browser = new ConsumerBrowser();
                    error(browser, chat.rfc("code", chat.state(""), ""), "server_error");
                    error(browser, chat.rfc("id_token", chat.state(""), ""), "server_error");
                    RelyingParty party = new RelyingParty(chat.realm(), chat.client());
                    Reply end =
                            chat.signIn(browser, party.authorizationRequest(Map.of()), consumer);
                    String code = Query.of(end.location()).get("code");
                    canaries.keep("code", code);
                    answers.keep(chat.redeem(code, Chat.TOKEN_REDIRECT, Map.of()).response());
                    URI implicit =
                            party.authorizationRequest(
                                    Map.of(
                                            "response_type",
                                            "id_token",
                                            "nonce",
                                            canaries.make("nonce")));
                    answers.keep(chat.signIn(browser, implicit, consumer));
                    assertThat(realm.api().get("liveperson/clients/" + chat.client().id()))
                            .satisfies(
                                    answer ->
                                            assertThat(canaries.in(answer.body()))
                                                    .containsOnly("client secret"));
                });
    }

    /** Values that convert to nothing, and settings that mean nothing (K31). */
    private void values() {
        CanaryConsumer consumer = CanaryConsumer.unconvertible(realm.realm(), canaries);
        Chat chat = realm.chat("unconvertible", "\"flow\":\"code\"");
        Chat constants =
                realm.unchecked(
                        "constants",
                        Map.of("token.redirect.uri", "https://liveperson.net"),
                        Sde.CUSTOMER,
                        Map.of(
                                "balance", "value:" + canaries.make("constant"),
                                "role", canaries.make("source") + ":x",
                                "companySize", "value:" + canaries.make("constant")));
        for (Chat each : new Chat[] {chat, constants}) {
            String end =
                    each.window(
                            new ConsumerBrowser(), each.rfc("code", each.state(""), ""), consumer);
            assertThat(each.redeem(Query.of(end).get("code"), Chat.WINDOW, Map.of()).status())
                    .isEqualTo(200);
        }
    }

    /** Saves that are refused, as the console would be. */
    private void savesOf(TestClient client) {
        LivePersonKey mine = LivePersonKey.make("lpsso2026");
        String privateKey = LivePersonKey.pem("PRIVATE KEY", mine.pair().getPrivate().getEncoded());
        keepKey("private key", privateKey);
        refused(client, ENCRYPTION, Map.of("public.key", privateKey, "key.id", "lpsso2026"));
        refused(client, ENCRYPTION, Map.of("public.key", canaries.make("key text")));
        refused(client, Sde.CUSTOMER, Map.of("balance", "value:" + canaries.make("constant")));
        refused(client, Sde.CUSTOMER, Map.of("role", canaries.make("source") + ":" + "x"));
    }

    private void refused(TestClient client, String provider, Map<String, String> config) {
        try (Response response = realm.realm().tryMapper(client, provider, config)) {
            assertThat(response.getStatus()).isEqualTo(400);
            assertThat(canaries.in(response.readEntity(String.class))).isEmpty();
        }
    }

    /** Calls of the admin endpoint that are refused. */
    private void orders() {
        LivePersonKey mine = LivePersonKey.make("lpsso2026");
        String privateKey = LivePersonKey.pem("PRIVATE KEY", mine.pair().getPrivate().getEncoded());
        keepKey("private key", privateKey);
        for (String body :
                new String[] {
                    "{\"clientId\":\"x\",\"flow\":\"code\",\"livePersonKey\":\""
                            + privateKey.replace("\n", "\\n")
                            + "\",\"livePersonKeyId\":\"k\"}",
                    "{\"clientId\":\"x\",\"flow\":\"code\",\"livePersonKey\":\""
                            + canaries.make("key text")
                            + "\",\"livePersonKeyId\":\"k\"}",
                    "{\"clientId\":\"x\",\"flow\":\"code\",\"secret\":\""
                            + canaries.make("client secret")
                            + "\"}",
                    "{\"livePersonKey\":" + canaries.make("key text"),
                }) {
            assertThat(answers.keep(realm.api().post("liveperson/clients", body)).status())
                    .isEqualTo(400);
        }
    }

    /** Who may not ask is told nothing. */
    private void strangers(Chat chat) {
        URI identity = chat.realm().livePerson("identity/" + chat.client().clientId());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(identity)
                        .header("Origin", "https://evil.example")
                        .header("Cookie", "KEYCLOAK_IDENTITY=" + canaries.make("SSO cookie"));
        assertThat(answers.keep(new ConsumerBrowser().send(request)).status()).isEqualTo(403);
    }

    private void keepKey(String kind, String pem) {
        for (String line : pem.split("\n")) {
            if (line.length() == 64) {
                canaries.keep(kind, line);
            }
        }
    }

    private void page(Reply answer) {
        assertThat(answers.keep(answer).status()).isEqualTo(400);
    }

    private void error(ConsumerBrowser browser, URI request, String error) {
        String location = browser.get(request).location();
        assertThat(location).contains("error=" + error);
        answers.keepError(location);
    }
}
