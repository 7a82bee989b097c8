package io.github.keycloakliveperson.it.onboarding;

import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's template files, as a brand has them on its disk. */
final class Templates {

    static final Path DIRECTORY = ServerSetup.projectDirectory().resolve("realm-templates");

    private Templates() {}

    /** A client template with realm and origin put in, as its README says. */
    static String client(String name, String realm) {
        try {
            return Files.readString(DIRECTORY.resolve("clients").resolve(name + ".json"))
                    .replace("${LIVEPERSON_REALM:brand}", realm)
                    .replace("https://www.brand.example", "https://www.shop.example");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
