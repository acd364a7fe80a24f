package dev.tidemark.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Of the cases of each parameterized test of a class, runs only one in so many, the same each time; the others are
 * skipped. {@code -Dtidemark.thorough=true} runs all of them, and {@code -Dtidemark.cases=1} the next ones instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OneIn.Choice.class)
public @interface OneIn {
    /** How many cases there are for each one that runs. */
    int value();

    /** Chooses the cases. */
    final class Choice implements ExecutionCondition {
        private static final Pattern NUMBER = Pattern.compile("\\[test-template-invocation:#(\\d+)]$");

        /** Which of the cases run: 0 for those that run by default, 1 for the next ones. */
        public static int number() {
            return Integer.getInteger("tidemark.cases", 0);
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Matcher number = NUMBER.matcher(context.getUniqueId());
            if (Boolean.getBoolean("tidemark.thorough") || !number.find()) {
                return ConditionEvaluationResult.enabled("not a case, or all cases run");
            }
            int cases = context.getRequiredTestClass().getAnnotation(OneIn.class).value();
            // Methods begin with different cases, so that a kind of target is not left out everywhere.
            int first = context.getRequiredTestMethod().getName().length() + number();
            return (Integer.parseInt(number.group(1)) + first) % cases == 0
                    ? ConditionEvaluationResult.enabled("chosen")
                    : ConditionEvaluationResult.disabled("-Dtidemark.thorough=true runs it too");
        }
    }
}
