package io.github.keycloakliveperson;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("K23: the project's package rules")
class ArchitectureTest {

    private static final String BASE = "io.github.keycloakliveperson";

    /** The types of keycloak-services that are meant to be extended. */
    private static final Set<String> SPI_BASE_TYPES =
            Set.of(
                    "org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper",
                    "org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper",
                    "org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper",
                    "org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper",
                    "org.keycloak.protocol.oidc.mappers.OIDCAccessTokenResponseMapper",
                    "org.keycloak.services.resource.RealmResourceProvider",
                    "org.keycloak.services.resource.RealmResourceProviderFactory",
                    "org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider",
                    "org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(BASE);

    private static boolean isOfKeycloakServices(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString())
                .filter(uri -> uri.contains("/keycloak-services-"))
                .isPresent();
    }

    private static final DescribedPredicate<JavaClass> KEYCLOAK_INTERNALS =
            describe(
                    "Keycloak's internals",
                    type -> isOfKeycloakServices(type) && !SPI_BASE_TYPES.contains(type.getName()));

    @Test
    void the_rules_look_at_real_classes_and_know_where_they_come_from() {
        assertThat(CLASSES).hasSizeGreaterThan(10);
        assertThat(
                        CLASSES.stream()
                                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                                .anyMatch(d -> isOfKeycloakServices(d.getTargetClass())))
                .isTrue();
    }

    @Test
    void only_the_package_keycloak_touches_internals() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".keycloak..")
                .should()
                .dependOnClassesThat(KEYCLOAK_INTERNALS)
                .check(CLASSES);
    }

    /**
     * One rule for each arrow that isn't there: {@code keycloak} → {@code onboarding} → the rest.
     */
    @ParameterizedTest(name = "{0} knows nothing of {1}")
    @CsvSource({
        "sde, idtoken",
        "sde, window",
        "sde, onboarding",
        "sde, keycloak",
        "idtoken, sde",
        "idtoken, window",
        "idtoken, onboarding",
        "idtoken, keycloak",
        "window, sde",
        "window, idtoken",
        "window, onboarding",
        "window, keycloak",
        "onboarding, keycloak",
        "guard, sde",
        "guard, idtoken",
        "guard, window",
        "guard, onboarding",
        "guard, keycloak",
        "sde.value, sde.source",
        "sde.value, sde.claim",
        "sde.source, sde.value",
        "sde.source, sde.claim",
        "sde.claim, sde.value",
        "sde.claim, sde.source",
        "window.address, window.mapper",
        "window.address, window.external",
        "window.address, window.embedded",
        "window.mapper, window.external",
        "window.mapper, window.embedded",
        "window.external, window.embedded",
        "window.embedded, window.external",
        "window.embedded, window.mapper",
        "onboarding.setup, onboarding.check",
        "keycloak.server, keycloak.external",
        "keycloak.server, keycloak.embedded",
        "keycloak.server, keycloak.admin",
        "keycloak.external, keycloak.embedded",
        "keycloak.external, keycloak.admin",
        "keycloak.embedded, keycloak.external",
        "keycloak.embedded, keycloak.admin",
        "keycloak.admin, keycloak.external",
        "keycloak.admin, keycloak.embedded",
    })
    void arrows_go_down_only(String from, String to) {
        noClasses()
                .that()
                .resideInAPackage(BASE + "." + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "." + to + "..")
                .check(CLASSES);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void each_package_has_at_most_sixteen_files_and_says_what_belongs_in_it() throws IOException {
        Path root = Path.of("src/main/java", BASE.replace('.', '/'));
        try (Stream<Path> files = Files.walk(root)) {
            Map<Path, List<Path>> packages =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .collect(Collectors.groupingBy(Path::getParent));
            assertThat(packages)
                    .allSatisfy(
                            (place, classes) ->
                                    assertThat(classes)
                                            .hasSizeLessThanOrEqualTo(16)
                                            .contains(place.resolve("package-info.java")));
        }
    }
}
