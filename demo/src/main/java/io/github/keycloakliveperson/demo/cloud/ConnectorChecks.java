package io.github.keycloakliveperson.demo.cloud;

import java.util.List;

/** Asks the brand's side for the checks of its own setup. */
@FunctionalInterface
public interface ConnectorChecks {

    /**
     * One check.
     *
     * @param id its name
     * @param status {@code pass}, {@code warn} or {@code fail}
     * @param message what was found
     * @param fix what to do; empty when passed
     */
    record Check(String id, String status, String message, String fix) {}

    /**
     * @param keycloakId the client's id in Keycloak's admin API
     * @return the checks; empty when there are none
     */
    List<Check> of(String keycloakId);
}
