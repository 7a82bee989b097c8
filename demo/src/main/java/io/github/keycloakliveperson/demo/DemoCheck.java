package io.github.keycloakliveperson.demo;

import io.github.keycloakliveperson.check.browser.Credentials;
import io.github.keycloakliveperson.check.browser.FormSignIn;
import io.github.keycloakliveperson.check.browser.Http;
import io.github.keycloakliveperson.check.browser.SignIn;
import io.github.keycloakliveperson.check.browser.SignInException;
import io.github.keycloakliveperson.check.clause.ContractRun;
import io.github.keycloakliveperson.check.report.Redaction;
import io.github.keycloakliveperson.check.report.Report;
import io.github.keycloakliveperson.check.report.Section;
import io.github.keycloakliveperson.check.report.TextReport;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.token.TokenVerifier.Encryption;
import io.github.keycloakliveperson.demo.cloud.Account;
import io.github.keycloakliveperson.demo.setup.BrandSetup;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Runs the contract check on each of the demo's connectors, signing in as the demo's consumer. */
final class DemoCheck {

    private static final String CONSUMER = "demo-consumer";

    /** RFC 7518 §5.1; the first is what the client has and is left with. */
    private static final List<String> CONTENT_ENCRYPTIONS =
            List.of(
                    "A128CBC-HS256",
                    "A192CBC-HS384",
                    "A256CBC-HS512",
                    "A128GCM",
                    "A192GCM",
                    "A256GCM");

    private static final Set<Clause> OF_ENCRYPTION =
            EnumSet.of(Clause.L1, Clause.L13, Clause.L14, Clause.L15, Clause.L16);

    /** The rest is as with the ordinary code flow. */
    private static final Set<Clause> OF_DELEGATION =
            EnumSet.of(Clause.L17, Clause.L18, Clause.L20, Clause.L39, Clause.L40);

    private final Account account;
    private final DemoTargets targets;
    private final BrandSetup setup;
    private final Http http = new Http();
    private final Redaction redaction = new Redaction();
    private final SignIn signIn = new FormSignIn(http, new Credentials(CONSUMER, CONSUMER));

    DemoCheck(Account account, DemoTargets targets, BrandSetup setup) {
        this.account = account;
        this.targets = targets;
        this.setup = setup;
    }

    /**
     * @param out where the findings go, line by line
     * @return 0 when nothing failed for any connector, 1 when something did, 2 when nothing could
     *     be checked
     */
    int run(PrintStream out) {
        List<Section> sections = new ArrayList<>();
        try {
            for (var entry : account.all()) {
                out.printf("Checking %s …%n", entry.connector().clientId());
                sections.add(
                        entry.apiScopes().isEmpty()
                                ? run().on(targets.of(entry), signIn)
                                : run().on(targets.of(entry), signIn, OF_DELEGATION));
                if (entry.encryption() == Encryption.EXPECTED) {
                    sections.addAll(otherEncryptions(entry, out));
                }
            }
        } catch (SignInException nobody) {
            out.println(nobody.getMessage());
            return 2;
        }
        var report = new Report(account.connectors().get(0).connector().jwtIssuer(), sections);
        out.println();
        out.print(new TextReport().write(report));
        return report.exitCode();
    }

    /** The content encryptions that the connector isn't set to, one after the other (L15). */
    private List<Section> otherEncryptions(Account.Entry entry, PrintStream out) {
        List<Section> sections = new ArrayList<>();
        try {
            for (var enc : CONTENT_ENCRYPTIONS.subList(1, CONTENT_ENCRYPTIONS.size())) {
                out.printf("Checking %s with %s …%n", entry.connector().clientId(), enc);
                setup.encryptWith(account.keyPair(), enc);
                var section = run().on(targets.of(entry), signIn, OF_ENCRYPTION);
                sections.add(new Section(section.title() + ", " + enc, section.findings()));
            }
        } finally {
            setup.encryptWith(account.keyPair(), CONTENT_ENCRYPTIONS.get(0));
        }
        return sections;
    }

    private ContractRun run() {
        return new ContractRun(http, redaction);
    }
}
