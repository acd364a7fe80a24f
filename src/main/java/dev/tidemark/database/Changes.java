package dev.tidemark.database;

/**
 * What became of rows that were written, each once.
 *
 * @param inserted rows that were new
 * @param updated rows that were there and differed
 * @param unchanged rows that were there already as they are
 */
public record Changes(long inserted, long updated, long unchanged) {
    /** No row written. */
    public static final Changes NONE = new Changes(0, 0, 0);

    /** Both together. */
    public Changes plus(Changes other) {
        return new Changes(inserted + other.inserted, updated + other.updated, unchanged + other.unchanged);
    }
}
