package io.github.keycloakliveperson.it.relyingparty;

import io.github.keycloakliveperson.it.harness.ServerSetup;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks whether a relying party is there. */
final class InstalledCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ForeignRelyingParty party =
                context.getRequiredTestClass().getAnnotation(ForeignRelyingParty.class);
        if (party == null) {
            return ConditionEvaluationResult.enabled("decided for the class around it");
        }
        String missing =
                String.join(
                        ", ",
                        Arrays.stream(party.needs())
                                .filter(InstalledCondition::isMissing)
                                .toList());
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("It is installed.");
        }
        String reason = "There is no " + missing + ". Install it: " + party.install();
        if ("required".equals(System.getProperty("relying.parties"))) {
            throw new IllegalStateException(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private static boolean isMissing(String file) {
        return !Files.exists(ServerSetup.projectDirectory().resolve(file));
    }
}
