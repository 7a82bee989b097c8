package io.github.keycloakliveperson.check.browser;

/** What the consumer types into the login form. */
public record Credentials(String username, String password) {
    @Override
    public String toString() {
        return "Credentials[removed]";
    }
}
