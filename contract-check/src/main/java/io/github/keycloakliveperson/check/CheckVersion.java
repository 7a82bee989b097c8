package io.github.keycloakliveperson.check;

import picocli.CommandLine.IVersionProvider;

/** The version in the JAR's manifest. */
final class CheckVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = getClass().getPackage().getImplementationVersion();
        return new String[] {"liveperson-check " + (version == null ? "(unpackaged)" : version)};
    }
}
