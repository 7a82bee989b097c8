package io.github.keycloakliveperson.it.github;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A YAML file that GitHub reads. A key that is there twice is an error. */
record GitHubFile(Path path, String text) {

    static final Path PROJECT = Path.of(System.getProperty("basedir")).getParent();

    private static final YAMLMapper YAML =
            new YAMLMapper(
                    YAMLFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build());

    static GitHubFile of(String name) {
        try {
            Path path = PROJECT.resolve(".github").resolve(name);
            return new GitHubFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<GitHubFile> in(String directory) {
        try (Stream<Path> files = Files.list(PROJECT.resolve(".github").resolve(directory))) {
            return files.sorted().map(file -> of(directory + "/" + file.getFileName())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode yaml() {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
