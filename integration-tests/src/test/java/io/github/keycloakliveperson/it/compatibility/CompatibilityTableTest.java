package io.github.keycloakliveperson.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The compatibility table (K30)")
class CompatibilityTableTest {

    private static final ServerRun OLD = new ServerRun("26.0.8", 17, TestSet.CORE, 9, 0, 0);
    private static final ServerRun NEW = new ServerRun("26.7.4", 17, TestSet.ALL, 20, 0, 1);
    private static final ServerRun NEW_JAVA = new ServerRun("26.7.4", 25, TestSet.CORE, 9, 0, 0);
    private static final String DOCUMENT =
            """
            Before.
            <!-- compatibility: begin -->
            | Keycloak | Java | tests |
            |---|---|---|
            | 26.0.8 | 17 | core set |
            | 26.7.4 | 17 | all |
            | 26.7.4 | 25 | core set |
            <!-- compatibility: end -->
            After.
            """;

    @Nested
    @DisplayName("in a document")
    class InADocument {

        @Test
        @DisplayName("is sorted by Keycloak and Java version, whatever the order of the runs")
        void order() {
            var table = new CompatibilityTable(List.of(NEW_JAVA, NEW, OLD));

            assertThat(table.writtenInto(DOCUMENT)).isEqualTo(DOCUMENT);
        }

        @Test
        @DisplayName(
                "differs if a server wasn't tested, or wasn't tested with all that the "
                        + "table claims")
        void differs() {
            var lesser = new ServerRun("26.7.4", 17, TestSet.CORE, 9, 0, 0);

            assertThat(new CompatibilityTable(List.of(NEW, OLD)).writtenInto(DOCUMENT))
                    .isNotEqualTo(DOCUMENT);
            assertThat(new CompatibilityTable(List.of(lesser, NEW_JAVA, OLD)).writtenInto(DOCUMENT))
                    .isNotEqualTo(DOCUMENT);
        }

        @Test
        @DisplayName(
                "is covered by runs of a server's core set or more, independent of other "
                        + "servers")
        void covered() {
            var more = new ServerRun("26.0.8", 17, TestSet.ALL, 20, 0, 0);

            assertThat(new CompatibilityTable(List.of(more)).contradicting(DOCUMENT)).isEmpty();
            assertThat(new CompatibilityTable(List.of(OLD, NEW)).contradicting(DOCUMENT)).isEmpty();
        }

        @Test
        @DisplayName("isn't covered if it claims more than was tested, or lacks the server")
        void notCovered() {
            var lesser = new ServerRun("26.7.4", 17, TestSet.CORE, 9, 0, 0);
            var unnamed = new ServerRun("26.2.5", 17, TestSet.ALL, 20, 0, 0);
            var otherJava = new ServerRun("26.0.8", 25, TestSet.ALL, 20, 0, 0);

            assertThat(
                            new CompatibilityTable(List.of(OLD, lesser, unnamed, otherJava))
                                    .contradicting(DOCUMENT))
                    .containsExactly(lesser, unnamed, otherJava);
        }

        @Test
        @DisplayName("doesn't count a run that failed or skipped all its tests")
        void failed() {
            var failed = new ServerRun("26.0.8", 17, TestSet.CORE, 9, 1, 0);
            var skipped = new ServerRun("26.2.5", 17, TestSet.CORE, 9, 0, 9);

            assertThat(new CompatibilityTable(List.of(failed, skipped)).claim())
                    .doesNotContain("26.");
        }

        @Test
        @DisplayName("is compared without the rows of a Java version that isn't installed")
        void withoutJava() {
            var judged = CompatibilityTable.withoutJava(DOCUMENT, 25);

            assertThat(new CompatibilityTable(List.of(OLD, NEW)).writtenInto(judged))
                    .isEqualTo(judged);
        }
    }

    @Nested
    @DisplayName("Failsafe's reports")
    class Reports {

        @TempDir Path directory;

        @Test
        @DisplayName("give the figures, from the summary")
        void figures() throws IOException {
            report("A", "26.7.4", "");
            report("B", "26.7.4", "");
            summary("");

            assertThat(new FailsafeReports(directory).read())
                    .isEqualTo(new ServerRun("26.7.4", 17, TestSet.ALL, 7, 3, 3));
        }

        @Test
        @DisplayName("count as all tests if they come from the default build")
        void byDefault() throws IOException {
            String pom = Files.readString(Path.of("pom.xml"));
            String groups =
                    pom.substring(pom.indexOf("<it.groups>") + 11, pom.indexOf("</it.groups>"));

            assertThat(TestSet.ofGroups(groups.replace("&amp;", "&"))).isEqualTo(TestSet.ALL);
        }

        @Test
        @DisplayName("don't count as one run if they are from two servers or none")
        void mixed() throws IOException {
            var reports = new FailsafeReports(directory);
            assertThatThrownBy(reports::read).hasMessageContaining("the reports of one run");

            report("A", "26.7.4", "");
            report("B", "26.0.8", "");
            assertThatThrownBy(reports::read).hasMessageContaining("the reports of one run");
        }

        @Test
        @DisplayName("count neither as core set nor as all tests if tests were selected")
        void chosen() throws IOException {
            report("A", "26.7.4", "<property name='it.test' value='OneIT'/>");

            assertThatThrownBy(new FailsafeReports(directory)::read)
                    .hasMessageContaining("chosen tests, OneIT");
        }

        @Test
        @DisplayName("don't count if the run broke off")
        void brokenOff() throws IOException {
            report("A", "26.7.4", "");
            summary("The forked VM terminated");

            assertThatThrownBy(new FailsafeReports(directory)::read)
                    .hasMessageContaining("broke off: The forked VM terminated");
        }

        private void report(String name, String version, String more) throws IOException {
            Files.writeString(
                    directory.resolve("TEST-" + name + ".xml"),
                    """
                    <testsuite><properties>
                      <property name='java.specification.version' value='17'/>
                      <property name='keycloak.version' value='%s'/>%s
                    </properties></testsuite>
                    """
                            .formatted(version, more));
        }

        private void summary(String failure) throws IOException {
            Files.writeString(
                    directory.resolve("failsafe-summary.xml"),
                    """
                    <failsafe-summary>
                      <completed>7</completed><errors>1</errors><failures>2</failures>
                      <skipped>3</skipped><flakes>4</flakes><failureMessage>%s</failureMessage>
                    </failsafe-summary>
                    """
                            .formatted(failure));
        }
    }
}
