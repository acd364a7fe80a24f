package dev.tidemark.check;

import dev.tidemark.failure.TidemarkException;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The result of the check of one thing.
 *
 * @param area configuration, source, warehouse, target or state
 * @param name the thing, such as {@code clock}
 * @param level how bad it is
 * @param text a sentence without its full stop
 * @param hint what to try; null where there is nothing to do
 * @param details lines to copy, such as statements; mostly none
 */
@Serdeable
public record Finding(String area, String name, Level level, String text, String hint, List<String> details) {
    /** How bad a finding is. */
    public enum Level {
        /** No problem. */
        OK,
        /** Worth knowing. */
        NOTE,
        /** It works, and could work better. */
        WARNING,
        /** It does not work. */
        PROBLEM
    }

    public Finding {
        details = List.copyOf(details);
    }

    /** All is well. */
    public static Finding ok(String area, String name, String text) {
        return new Finding(area, name, Level.OK, text, null, List.of());
    }

    /** Something to know. */
    public static Finding note(String area, String name, String text, String hint) {
        return new Finding(area, name, Level.NOTE, text, hint, List.of());
    }

    /** Something to improve. */
    public static Finding warning(String area, String name, String text, String hint) {
        return new Finding(area, name, Level.WARNING, text, hint, List.of());
    }

    /** Something that does not work. */
    public static Finding problem(String area, String name, TidemarkException failure) {
        return new Finding(area, name, Level.PROBLEM, failure.getMessage(), failure.hint(), List.of());
    }
}
