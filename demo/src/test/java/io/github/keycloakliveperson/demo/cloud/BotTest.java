package io.github.keycloakliveperson.demo.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakliveperson.contract.window.RawParameters;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("The simulated Conversational Cloud: bot")
class BotTest {

    private static final String BILL = "Your latest bill is 92.90 €. It was paid on 2 November.";

    private CloudFixture cloud;

    @BeforeAll
    void start() throws JoseException, IOException {
        cloud = new CloudFixture();
    }

    @BeforeEach
    void sound() {
        cloud.provider.taken = "x";
        cloud.provider.scope = "openid bill.read";
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    private String unknown() {
        var outcome =
                CloudFixture.json(
                        cloud.post("/api/embedded", Map.of("connector", "code", "unknown", true)));
        assertThat(outcome.path("accepted").asBoolean()).isFalse();
        return outcome.path("conversation").asText();
    }

    private JsonNode lastMessage(String conversation) {
        var all = CloudFixture.json(cloud.send(cloud.request(messages(conversation))));
        return all.path(all.size() - 1);
    }

    private static String messages(String conversation) {
        return "/api/conversations/" + conversation + "/messages";
    }

    private JsonNode say(String conversation, String text) {
        cloud.post(messages(conversation), Map.of("author", "consumer", "text", text));
        return lastMessage(conversation);
    }

    private RawParameters link(String conversation) {
        var message = lastMessage(conversation);
        assertThat(message.path("author").asText()).isEqualTo("bot");
        return RawParameters.parse(
                URI.create(message.path("link").asText("http:none?x=1")).getRawQuery());
    }

    private String back(String query) {
        return cloud.page("/callback/12345678/redirectCode?" + query).select("main").text();
    }

    @Test
    @DisplayName("sends an unknown visitor a link, and answers with the access token (L40)")
    void link() {
        var conversation = unknown();
        var link = link(conversation);

        assertThat(link.value("response_type")).contains("code");
        assertThat(link.value("client_id")).contains("bot");
        assertThat(link.value("scope")).contains("bill.read");
        assertThat(link.value("redirect_uri"))
                .contains(cloud.origin + "/callback/12345678/redirectCode");

        var state = link.value("state").orElseThrow();
        assertThat(back("code=good&state=" + state)).contains("answers in the chat");
        assertThat(lastMessage(conversation).path("text").asText()).isEqualTo(BILL);
        assertThat(say(conversation, "And the BILL?").path("text").asText()).isEqualTo(BILL);
        assertThat(back("code=good&state=" + state)).contains("belong to a conversation");
        assertThat(back("code=good")).contains("belong to a conversation");
    }

    @Test
    @DisplayName("accepts a refusal, and offers again when asked")
    void denied() {
        var conversation = unknown();

        back("error=access_denied&state=" + link(conversation).value("state").orElseThrow());

        assertThat(lastMessage(conversation).path("text").asText()).contains("All right");
        assertThat(say(conversation, "My bill?").has("link")).isTrue();
        assertThat(say(conversation, "Hello").path("author").asText()).isEqualTo("consumer");
    }

    @Test
    @DisplayName("says what LivePerson refuses: a code, or an access token without the scope (L40)")
    void refused() {
        var first = link(unknown()).value("state").orElseThrow();
        assertThat(back("code=bad&state=" + first)).contains("L40", "invalid_grant");

        cloud.provider.scope = "openid";
        var conversation = unknown();
        var second = link(conversation).value("state").orElseThrow();
        assertThat(back("code=good&state=" + second)).contains("L40", "without [bill.read]");
        assertThat(lastMessage(conversation).has("link")).isTrue();
    }

    @Test
    @DisplayName("sends the consumer a new link if the API no longer accepts the token (L40)")
    void expired() {
        var conversation = unknown();
        back("code=good&state=" + link(conversation).value("state").orElseThrow());
        cloud.provider.taken = "another";

        assertThat(say(conversation, "My bill?").has("link")).isTrue();
        assertThat(cloud.provider.tokenRequest()).doesNotContain("refresh_token");
    }

    @Test
    @DisplayName("uses and renews the access token of the sign-in (L39)")
    void signedIn() {
        var conversation =
                cloud.embedded("api", Map.of("ssoKey", "good")).path("conversation").asText();
        assertThat(lastMessage(conversation).has("link")).isFalse();
        assertThat(say(conversation, "My bill?").path("text").asText()).isEqualTo(BILL);

        cloud.provider.taken = "renewed";
        assertThat(say(conversation, "My bill?").path("text").asText()).isEqualTo(BILL);
        assertThat(cloud.provider.tokenRequest()).startsWith("grant_type=refresh_token&");
    }

    @Test
    @DisplayName("shows the agent what is wrong with the tokens of the sign-in (L39)")
    void findings() {
        cloud.provider.scope = "openid";
        var id = cloud.embedded("api", Map.of("ssoKey", "good")).path("conversation").asText();

        assertThat(cloud.page("/agent/" + id).select(".findings .clause.bad").eachText())
                .containsExactly("L39");
    }

    @Test
    @DisplayName("the conversation of an unknown visitor who signs in continues as theirs (L38)")
    void stepUp() {
        var conversation = unknown();
        say(conversation, "Hello?");
        var before = cloud.page("/agent/" + conversation);
        assertThat(before.select("#consumer-name").text()).isEqualTo("Unknown visitor");
        assertThat(before.select(".refusal, .badge.bad, .facts .group")).isEmpty();
        assertThat(before.select(".chat")).hasSize(1);

        var refused = cloud.embedded("code", Map.of("ssoKey", "bad", "conversation", conversation));
        assertThat(refused.path("accepted").asBoolean()).isFalse();
        var known = cloud.embedded("code", Map.of("ssoKey", "good", "conversation", conversation));

        assertThat(known.path("conversation").asText()).isEqualTo(conversation);
        assertThat(lastMessage(conversation).path("text").asText()).isEqualTo("Hello?");
        assertThat(cloud.page("/agent/" + conversation).select("#consumer-name").text())
                .isEqualTo("Jané 🌻 Doe");
    }
}
