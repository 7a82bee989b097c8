package io.github.keycloakliveperson.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * This machine's Maven, with its own settings, mirrors and credentials.
 *
 * @param executable the {@code mvn} to run
 * @param dependencyPluginVersion the plugin that copies artifacts
 */
record MavenCommand(Path executable, String dependencyPluginVersion) {

    /** The Maven that runs the build, or else the one on the path. */
    static MavenCommand found(BuildSettings settings) {
        var home = System.getProperty("maven.home");
        var executable =
                home == null || !Files.exists(Path.of(home, "bin", "mvn"))
                        ? Path.of("mvn")
                        : Path.of(home, "bin", "mvn");
        return new MavenCommand(executable, settings.dependencyPluginVersion());
    }

    /**
     * Resolves an artifact, from the local repository if it is there, and copies it.
     *
     * @param coordinates {@code group:artifact:version:type}
     * @param directory where the file goes, under the name {@code artifact-version.type}
     * @throws LaunchException when Maven is missing or can't resolve it, with Maven's last lines
     */
    void copyArtifact(String coordinates, Path directory) {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.add("--batch-mode");
        command.add("--quiet");
        var repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.add(
                "org.apache.maven.plugins:maven-dependency-plugin:"
                        + dependencyPluginVersion
                        + ":copy");
        command.add("-Dartifact=" + coordinates);
        command.add("-DoutputDirectory=" + directory);
        run(command, coordinates, directory);
    }

    private void run(List<String> command, String coordinates, Path directory) {
        String output;
        int status;
        try {
            var process =
                    new ProcessBuilder(command)
                            // away from any project, whose POM this must not read
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            status = process.waitFor();
        } catch (IOException e) {
            throw new LaunchException(
                    "Maven can't be run as '"
                            + executable
                            + "': install Maven 3.8 or newer and put mvn on the path.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while Maven resolved " + coordinates, e);
        }
        if (status != 0) {
            throw new LaunchException(
                    "Maven can't resolve "
                            + coordinates
                            + ". Its last words:\n"
                            + LogFile.lastLines(output, 8));
        }
    }
}
