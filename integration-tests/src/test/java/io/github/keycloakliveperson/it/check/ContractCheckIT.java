package io.github.keycloakliveperson.it.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.keycloakliveperson.check.report.Report;
import io.github.keycloakliveperson.check.report.Section;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.contract.key.LivePersonKeyPair;
import io.github.keycloakliveperson.it.harness.KeycloakUnderTest;
import io.github.keycloakliveperson.it.harness.RealKeycloak;
import io.github.keycloakliveperson.it.harness.TestRealm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged contract check against a real Keycloak: clients of ours, and stock ones. */
@RealKeycloak
@DisplayName("The contract check")
class ContractCheckIT {
    private static final String SECRET = "stock0secret1of2letters3and4digits";
    private static final List<String> ON_PLAIN_HTTP = List.of("L11 JWKS over https");
    private static final List<String> STATES =
            List.of(
                    "L25 state with an emoji",
                    "L25 state with lower-case escapes",
                    "L25 state with brackets and asterisks",
                    "L25 state with a semicolon",
                    "L25 state that isn't UTF-8",
                    "L28 state with %20",
                    "L28 state with + and %20");

    private static final List<String> LONG_STATES =
            List.of("L25 state of 4,001 letters", "L25 state of 16,000 characters");

    @TempDir private static Path directory;
    @AutoClose private static CheckedRealms realms;
    private static CheckedTool code;
    private static CheckedTool pkce;
    private static CheckedTool implicit;
    private static CheckedTool botBySignIn;
    private static CheckedTool botByLink;
    private static CheckedTool stockCode;
    private static CheckedTool stockImplicit;

    @BeforeAll
    static void run(KeycloakUnderTest keycloak) throws Exception {
        realms = new CheckedRealms(keycloak, directory);
        code = realms.ours("ours-code", "code", false);
        pkce = realms.ours("ours-pkce", "code", true);
        implicit = realms.ours("ours-implicit", "implicit", false);
        botBySignIn = realms.delegation("code");
        botByLink = realms.delegation("delegation");
        stockCode = realms.stock("stock", SECRET, "code");
        stockImplicit = realms.stock("stock", SECRET, "implicit");
    }

    @Test
    @DisplayName("finds nothing wrong with a client of this extension, in any flow")
    void ours() {
        for (CheckedTool tool : List.of(code, pkce, implicit)) {
            assertThat(tool.with(Verdict.FAIL)).isEmpty();
            assertThat(tool.with(Verdict.WARN)).isEqualTo(ON_PLAIN_HTTP);
            assertThat(tool.exitCode()).isZero();
        }
        assertThat(code.with(Verdict.PASS))
                .contains("L34 identity, signed in", "L35 app with a code", "L11 pasted key");
        assertThat(pkce.with(Verdict.PASS)).contains("L19 wrong verifier", "L19 method plain");
        assertThat(implicit.with(Verdict.PASS))
                .contains(
                        "L26 id_token without nonce",
                        "L29 response_type=token returns the id_token");
    }

    @Test
    @DisplayName(
            "L39, L40: finds nothing wrong with a bot's tokens, from the sign-in or "
                    + "from a link")
    void delegation() {
        for (CheckedTool tool : List.of(botBySignIn, botByLink)) {
            assertThat(tool.with(Verdict.FAIL)).isEmpty();
            assertThat(tool.with(Verdict.WARN)).isEmpty();
        }
        assertThat(botBySignIn.with(Verdict.PASS))
                .contains(
                        "L39 access token",
                        "L39 scope",
                        "L39 refresh token",
                        "L39 renewal",
                        "L39 renewal with a wrong secret",
                        "L39 id_token of the renewal");
        assertThat(botByLink.with(Verdict.PASS))
                .contains(
                        "L18 raw Basic",
                        "L20 token answer",
                        "L40 connector",
                        "L40 redirect URI",
                        "L40 state",
                        "L40 access token",
                        "L40 scope");
    }

    @Test
    @DisplayName("K5, K6, K7, K9, K10: reports the faults of stock Keycloak in the code flow")
    void stockCode() {
        List<String> expected = new ArrayList<>(lostStates());
        expected.add("L21 https://liveperson.net, for an openID window's code");
        expected.add("L24 hostile addresses");
        expected.add("L30 window address with an earlier answer");

        assertThat(stockCode.with(Verdict.FAIL)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(stockCode.exitCode()).isEqualTo(1);
        assertThat(stockCode.of(Clause.L7))
                .extracting(Finding::evidence)
                .singleElement()
                .as("Keycloak looks at the clock once for iat and once for exp")
                .asString()
                .matches("(?:299|300|301) s after iat");
    }

    @Test
    @DisplayName("K1, K2, K5, K6, K7: reports the faults of stock Keycloak in the implicit flow")
    void stockImplicit() {
        List<String> expected = new ArrayList<>(lostStates());
        expected.add("L24 hostile addresses");
        expected.add("L26 id_token without nonce");
        expected.add("L29 openID request, response_type=token");

        assertThat(stockImplicit.with(Verdict.FAIL)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(stockImplicit.of(Clause.L7))
                .extracting(Finding::evidence)
                .containsExactly("900 s after iat");
        assertThat(stockImplicit.of(Clause.L29))
                .extracting(Finding::evidence)
                .singleElement()
                .asString()
                .contains("access_token");
    }

    @Test
    @DisplayName(
            "K13, K14: warns about a short lifespan, and about what stock Keycloak "
                    + "adds to the answer")
    void additions() {
        assertThat(stockCode.with(Verdict.WARN))
                .containsExactlyInAnyOrder(
                        "L7 exp",
                        "L8 lp_sdes",
                        "L11 JWKS over https",
                        "L11 only signing keys in the set",
                        "L30 openID answer");
    }

    @Test
    @DisplayName("K11: distinguishes a secret that raw Basic can't carry from a wrong one")
    void symbols() throws Exception {
        CheckedTool tool = realms.stock("symbols", "a+b/c%3D=xyz0", "code", "--clauses", "L18");

        assertThat(tool.with(Verdict.FAIL)).contains("L18 raw Basic");
        assertThat(tool.of(Clause.L18))
                .extracting(Finding::fix)
                .anyMatch(fix -> fix.startsWith("Give the client a secret of letters"));
        assertThat(tool.output()).doesNotContain("a+b/c%3D=xyz0");
    }

    @ParameterizedTest(name = "in the flow {0}, with {1}")
    @CsvSource({"code, A128CBC-HS256", "implicit, A256GCM"})
    @DisplayName("L13–L16: finds nothing wrong with an encrypted token")
    void encrypted(String flow, String enc) throws Exception {
        CheckedTool tool = realms.encrypted(LivePersonKeyPair.generate("lpsso2026"), flow, enc);

        assertThat(tool.with(Verdict.FAIL)).isEmpty();
        assertThat(tool.with(Verdict.PASS))
                .contains(
                        "L13 JWS in JWE",
                        "L13 LivePerson's kid",
                        "L14 LivePerson's key",
                        "L15 cty",
                        "L16 never unencrypted");
        assertThat(tool.of(Clause.L15)).extracting(Finding::evidence).contains(enc);
    }

    @Test
    @DisplayName("prints no secret, password, code or token")
    void secrets() {
        for (CheckedTool tool : List.of(code, pkce, implicit, stockCode, stockImplicit)) {
            assertThat(tool.output() + tool.sections())
                    .doesNotContain(SECRET, TestRealm.PASSWORD, "eyJ")
                    .doesNotContainPattern("[?&#](code|id_token|token)=[^&( ]");
        }
    }

    @Test
    @DisplayName("generates the table in the documentation, which is about the newest Keycloak")
    void table() throws Exception {
        assumeTrue(
                System.getProperty("keycloak.version")
                        .equals(System.getProperty("keycloak.newest")),
                "The table in the documents tells of the newest Keycloak.");
        List<Section> columns =
                List.of(
                        column("ours, code", code),
                        column("ours, PKCE", pkce),
                        column("ours, implicit", implicit),
                        bots(),
                        column("stock, code", stockCode),
                        column("stock, implicit", stockImplicit));

        new CommittedTable().holds(new Report("", columns));
    }

    /** K5: an older Keycloak brings long states back. */
    private static List<String> lostStates() {
        List<String> lost = new ArrayList<>(STATES);
        if (!realms.stockKeeps("x".repeat(4_001))) {
            lost.addAll(LONG_STATES);
        }
        return lost;
    }

    /** Each way has a client of its own; the link's answers stand for both. */
    private static Section bots() {
        return new Section(
                CommittedTable.BOTS,
                Stream.concat(botByLink.sections().stream(), botBySignIn.sections().stream())
                        .flatMap(section -> section.findings().stream())
                        .toList());
    }

    private static Section column(String title, CheckedTool tool) {
        return new Section(title, tool.sections().get(0).findings());
    }
}
