package io.github.keycloakliveperson.onboarding;

import io.github.keycloakliveperson.onboarding.check.Check;
import java.util.List;

/** Ids of the checks for which something was changed, and what all checks say now. */
public record FixReport(List<String> fixed, List<Check> checks) {}
