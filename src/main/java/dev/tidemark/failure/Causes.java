package dev.tidemark.failure;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The causes of a failure. */
public final class Causes {
    private static final int MOST = 32;

    private Causes() {}

    /** The failure and its causes, the outermost first. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(MOST);
    }

    /** The first line of the message of {@code cause}, without its full stop. */
    public static String firstLine(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? "no message" : message.strip().lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    /**
     * Runs {@code action}, and throws what {@code explain} makes of its failure. A {@link TidemarkException}, and a
     * failure without an explanation, pass through.
     */
    public static <R> R explaining(Supplier<R> action, Function<RuntimeException, Optional<RuntimeException>> explain) {
        try {
            return action.get();
        } catch (TidemarkException explained) {
            throw explained;
        } catch (RuntimeException failure) {
            throw explain.apply(failure).orElse(failure);
        }
    }
}
