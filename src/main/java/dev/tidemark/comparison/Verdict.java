package dev.tidemark.comparison;

import java.util.Locale;

/** The result of a comparison, from the best to the worst. */
public enum Verdict {
    /** Both sides agree. */
    EQUAL,
    /** What was compared agrees, but not all could be compared: nothing to compare, rejected rows, rows of others. */
    PARTIAL,
    /** The source changed since the last run; the next incremental brings it in. */
    PENDING,
    /** The target is wrong by no more than the user tolerates. */
    TOLERATED,
    /** The target is wrong. */
    DIFFERENT;

    /** The verdict as people read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict that has this {@link #word}. */
    public static Verdict ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
