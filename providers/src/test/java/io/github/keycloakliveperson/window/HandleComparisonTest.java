package io.github.keycloakliveperson.window;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * How long an answer takes tells nothing about a handle or a cookie: neither is compared with
 * anything. Both go into a digest, and the digest is looked up.
 */
@DisplayName("A handle and its cookie's secret")
class HandleComparisonTest {

    private static final String WINDOW = "io.github.keycloakliveperson.window.";
    private static final String KEYCLOAK = "io.github.keycloakliveperson.keycloak.";

    private static final Set<String> COMPARISONS =
            Set.of(
                    "equals",
                    "equalsIgnoreCase",
                    "compareTo",
                    "compareToIgnoreCase",
                    "contentEquals",
                    "regionMatches",
                    "mismatch",
                    "compare");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.github.keycloakliveperson");

    @Test
    @DisplayName("are compared by none of the classes that hold them")
    void neverCompared() {
        noClasses()
                .that()
                .haveNameMatching(
                        WINDOW.replace(".", "\\.")
                                + "(WindowHandle|WindowCookies|PendingWindow)|"
                                + KEYCLOAK.replace(".", "\\.")
                                + "CallbackEndpoint")
                .should()
                .callMethodWhere(describe("a comparison", HandleComparisonTest::isComparison))
                .check(CLASSES);
    }

    @Test
    @DisplayName("leave them as a digest, as the cookie, or as the state of the sign-in, only")
    void neverHandedOut() {
        DescribedPredicate<JavaMethodCall> reading =
                describe(
                        "reading a handle or its secret",
                        call ->
                                call.getTargetOwner().isEquivalentTo(WindowHandle.class)
                                        && Set.of("handle", "secret").contains(call.getName()));
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(WINDOW + "WindowHandle")
                .and()
                .doNotHaveFullyQualifiedName(WINDOW + "WindowCookies")
                .and()
                .doNotHaveFullyQualifiedName(KEYCLOAK + "WindowSignIn")
                .should()
                .callMethodWhere(reading)
                .check(CLASSES);
        assertThat(CLASSES.get(WINDOW + "WindowCookies").getMethodCallsFromSelf())
                .as("the rule sees what it forbids")
                .anyMatch(reading);
    }

    @Test
    @DisplayName("meet no comparison of a client's secret either: that is Keycloak's to compare")
    void clientSecrets() {
        noClasses()
                .should()
                .callMethodWhere(
                        describe(
                                "comparing a client's secret",
                                call -> call.getName().equals("validateSecret")))
                .check(CLASSES);
    }

    @Test
    @DisplayName("are found by a digest of both and of the realm")
    void digest() {
        assertThat(CLASSES.get(WINDOW + "WindowHandle").getMethodCallsFromSelf())
                .anyMatch(
                        call ->
                                call.getTargetOwner()
                                                .getName()
                                                .equals("java.security.MessageDigest")
                                        && call.getName().equals("digest"));
        assertThat(new WindowHandle("A".repeat(22), "B".repeat(22)).storeKey("realm"))
                .as("the first half of SHA-256, as any other program computes it")
                .isEqualTo("liveperson-waiting-window:e2_aUSxDpLCJ8j9rFlmNag");
    }

    private static boolean isComparison(JavaMethodCall call) {
        return COMPARISONS.contains(call.getName());
    }
}
