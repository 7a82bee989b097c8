package io.github.keycloakliveperson.demo;

import picocli.CommandLine;

/** The demo's entry point; see {@code demo.sh}. */
public final class Demo {

    private Demo() {}

    /**
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DemoCommand()).execute(arguments));
    }
}
