package dev.tidemark.config;

/**
 * A value that must not be shown.
 *
 * @param value the value itself
 */
public record Secret(String value) {
    @Override
    public String toString() {
        return "(hidden)";
    }
}
