package io.github.keycloakliveperson.it.harness;

import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks whether a program from elsewhere is there. */
final class InstalledCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ForeignTool tool = context.getRequiredTestClass().getAnnotation(ForeignTool.class);
        if (tool == null) {
            return ConditionEvaluationResult.enabled("decided for the class around it");
        }
        String missing =
                String.join(
                        ", ",
                        Arrays.stream(tool.needs()).filter(InstalledCondition::isMissing).toList());
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("It is installed.");
        }
        String reason = "There is no " + missing + ". Install it: " + tool.install();
        if ("required".equals(System.getProperty("foreign.tools"))) {
            throw new IllegalStateException(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private static boolean isMissing(String file) {
        return !Files.exists(ServerSetup.projectDirectory().resolve(file));
    }
}
