package io.github.keycloakliveperson.it.operations;

import io.github.keycloakliveperson.check.browser.ConsumerBrowser;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many entries a server's cache holds, as Keycloak's metrics count them; those that expired
 * count until they are freed.
 *
 * @param metrics where the server tells them
 */
record CacheEntries(URI metrics) {

    /** Windows that wait are kept here, among all else that may be used once. */
    long ofSingleUse() {
        return in("actionTokens");
    }

    /** Sign-ins that show a page. */
    long ofSignIns() {
        return in("authenticationSessions");
    }

    private long in(String cache) {
        Matcher entries =
                Pattern.compile(
                                "(?m)^vendor_statistics_approximate_entries\\{cache=\""
                                        + cache
                                        + "\".*} ([0-9.E]+)$")
                        .matcher(new ConsumerBrowser().get(metrics).body());
        if (!entries.find()) {
            throw new IllegalStateException("The server doesn't count the entries of " + cache);
        }
        return (long) Double.parseDouble(entries.group(1));
    }
}
