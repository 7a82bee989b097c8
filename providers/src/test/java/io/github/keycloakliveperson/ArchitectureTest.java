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
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("K23: the house's package rules")
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

    @Test
    void the_sde_package_stands_alone() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".sde..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + ".idtoken..",
                        BASE + ".window..",
                        BASE + ".onboarding..",
                        BASE + ".keycloak..")
                .check(CLASSES);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
