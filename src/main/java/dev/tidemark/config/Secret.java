package dev.tidemark.config;

import java.io.Serializable;

/**
 * A value that must not be shown.
 *
 * @param value the value itself
 */
public record Secret(String value) implements Serializable {
    /** What is shown instead. */
    static final String MASK = "(hidden)";

    @Override
    public String toString() {
        return MASK;
    }
}
