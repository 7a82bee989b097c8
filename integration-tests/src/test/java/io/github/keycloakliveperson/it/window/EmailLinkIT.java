package io.github.keycloakliveperson.it.window;

import static io.github.keycloakliveperson.it.window.WindowClient.STATE;
import static io.github.keycloakliveperson.it.window.WindowClient.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

/** A sign-in at the external window that goes on from a link in an e-mail. */
@RealKeycloak
@DisplayName("The external window, with a link by e-mail in between")
class EmailLinkIT {

    private static final Pattern LINK = Pattern.compile("http://localhost\\S+action-token\\S+");
    private static final long MAIL_LIMIT_MILLISECONDS = 30_000;

    private static GreenMail mailServer;
    private static TestRealm realm;
    private static WindowClient code;

    @BeforeAll
    static void setUp(KeycloakUnderTest keycloak) {
        mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        realm =
                TestRealm.create(
                        keycloak,
                        settings -> {
                            settings.setVerifyEmail(true);
                            settings.setSmtpServer(
                                    Map.of(
                                            "host", "127.0.0.1",
                                            "port", "" + mailServer.getSmtp().getPort(),
                                            "from", "login@brand.example"));
                        });
        code = WindowClient.code(realm, "code", Map.of());
        String id = realm.user("consumer", Map.of());
        UserRepresentation consumer = realm.admin().users().get(id).toRepresentation();
        consumer.setEmailVerified(false);
        realm.admin().users().get(id).update(consumer);
    }

    @AfterAll
    static void tearDown() {
        realm.close();
        mailServer.stop();
    }

    @Test
    @DisplayName("L25: the link leads back to the window, with the state unchanged")
    void link() {
        ConsumerBrowser browser = new ConsumerBrowser();

        Reply page = code.end(browser, code.rfc("code", STATE, ""));
        assertThat(page.status()).as("the page that says look into your mail").isEqualTo(200);
        String window = follow(browser, linkInMail());

        assertThat(window).startsWith(WINDOW + "?code=").endsWith("&state=" + STATE);
        assertThat(code.redeem(WindowClient.code(window), WINDOW, Map.of()).status())
                .isEqualTo(200);
    }

    /** Opens the link, and the one to go on with where Keycloak asks first. */
    private static String follow(ConsumerBrowser browser, URI link) {
        Reply answer = code.end(browser, link);
        if (answer.header("Location").isEmpty()) {
            Element goOn = answer.page().selectFirst("a[href*=action-token]");
            assertThat(goOn).as(answer.body()).isNotNull();
            answer = code.end(browser, URI.create(goOn.absUrl("href")));
        }
        return answer.location();
    }

    private static URI linkInMail() {
        assertThat(mailServer.waitForIncomingEmail(MAIL_LIMIT_MILLISECONDS, 1)).isTrue();
        Matcher link = LINK.matcher(text());
        assertThat(link.find()).as("a link in the mail").isTrue();
        return URI.create(link.group());
    }

    private static String text() {
        // quoted-printable: soft line breaks and escaped equals signs
        return GreenMailUtil.getBody(mailServer.getReceivedMessages()[0])
                .replaceAll("=\r?\n", "")
                .replace("=3D", "=");
    }
}
