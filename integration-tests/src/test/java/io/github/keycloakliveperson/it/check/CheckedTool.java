package io.github.keycloakliveperson.it.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakliveperson.check.report.Section;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;
import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The contract check as a person runs it: the packaged tool in a process of its own, secrets in the
 * environment, the result as JSON.
 *
 * @param exitCode the process's
 * @param output all that it printed
 * @param sections what the JSON says
 */
public record CheckedTool(int exitCode, String output, List<Section> sections) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIMIT_SECONDS = 300;

    /** Runs it to its end, within {@value #LIMIT_SECONDS} seconds. */
    public static CheckedTool run(Map<String, String> secrets, List<String> arguments)
            throws Exception {
        Path jar =
                ServerSetup.projectDirectory()
                        .resolve("contract-check/target/liveperson-check.jar");
        Path json = Files.createTempFile("check", ".json");
        Path printed = Files.createTempFile("check", ".txt");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                jar.toString(),
                                "--json",
                                json.toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile());
        builder.environment().putAll(secrets);
        Process process = builder.start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The check didn't end: " + read(printed));
            }
            String output = read(printed);
            return new CheckedTool(process.exitValue(), output, sections(json, output));
        } finally {
            process.destroyForcibly();
            Files.delete(json);
            Files.delete(printed);
        }
    }

    /** Clause and attempt of every finding with this verdict. */
    public List<String> with(Verdict verdict) {
        return sections.stream()
                .flatMap(section -> section.findings().stream())
                .filter(finding -> finding.verdict() == verdict)
                .map(finding -> finding.clause() + " " + finding.attempt())
                .toList();
    }

    /** The findings of one clause. */
    List<Finding> of(Clause clause) {
        return sections.stream()
                .flatMap(section -> section.findings().stream())
                .filter(finding -> finding.clause() == clause)
                .toList();
    }

    private static List<Section> sections(Path json, String output) throws IOException {
        String text = read(json);
        if (text.isEmpty()) {
            throw new IllegalStateException("The check wrote no result: " + output);
        }
        List<Section> sections = new ArrayList<>();
        for (JsonNode section : JSON.readTree(text).path("sections")) {
            List<Finding> findings = new ArrayList<>();
            section.path("findings").forEach(finding -> findings.add(finding(finding)));
            sections.add(new Section(section.path("title").asText(), findings));
        }
        return sections;
    }

    private static Finding finding(JsonNode json) {
        return new Finding(
                Clause.valueOf(json.path("clause").asText()),
                json.path("attempt").asText(),
                Arrays.stream(Verdict.values())
                        .filter(verdict -> verdict.word().equals(json.path("verdict").asText()))
                        .findFirst()
                        .orElseThrow(),
                json.path("evidence").asText(),
                json.path("fix").asText());
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
