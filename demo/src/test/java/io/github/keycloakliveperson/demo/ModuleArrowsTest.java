package io.github.keycloakliveperson.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The modules beside the JAR")
class ModuleArrowsTest {

    private static final String BASE = "io.github.keycloakliveperson.";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(BASE);

    @ParameterizedTest
    @ValueSource(strings = {"launcher", "contract", "check", "demo"})
    @DisplayName("are all covered")
    void present(String module) {
        assertThat(CLASSES).anyMatch(type -> type.getPackageName().startsWith(BASE + module));
    }

    @ParameterizedTest
    @CsvSource({
        "contract, check",
        "contract, launcher",
        "contract, demo",
        "check, launcher",
        "check, demo",
        "launcher, contract",
        "launcher, check",
        "launcher, demo"
    })
    @DisplayName("don't use those above and beside them")
    void arrows(String below, String above) {
        noClasses()
                .that()
                .resideInAPackage(BASE + below + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + above + "..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("share no class with the JAR, so that both sides can't be wrong in the same way")
    void apart() {
        classes()
                .that()
                .resideInAnyPackage(
                        BASE + "launcher..", BASE + "contract..", BASE + "check..", BASE + "demo..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        BASE + "sde..",
                        BASE + "idtoken..",
                        BASE + "window..",
                        BASE + "onboarding..",
                        BASE + "keycloak..",
                        "org.keycloak..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("start Keycloak with only the JDK")
    void launcher() {
        classes()
                .that()
                .resideInAPackage(BASE + "launcher..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BASE + "launcher..", "java..")
                .check(CLASSES);
    }

    @Test
    @DisplayName("depend on each other in one direction on LivePerson's side")
    void slicesOfTheContract() {
        slices().matching(BASE + "contract.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
