package io.github.keycloakliveperson.it.docs;

import java.util.Optional;

/**
 * A block of code in a document.
 *
 * @param page the document, from the project's top
 * @param line the line of its first character, from 1
 * @param language what its fence says it is; empty where it says nothing
 * @param run which test runs it: {@code NAME} of the comment {@code <!-- run: NAME -->} before it
 * @param text what stands in it
 */
public record CodeBlock(String page, int line, String language, Optional<String> run, String text) {

    /** Whether a test runs it under a name. */
    public boolean isRunAs(String name) {
        return run.equals(Optional.of(name));
    }

    @Override
    public String toString() {
        return page + ":" + line + " " + language;
    }
}
