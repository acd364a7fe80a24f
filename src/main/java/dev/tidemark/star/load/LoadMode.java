package dev.tidemark.star.load;

/** How a load finds the rows that it reads. */
public enum LoadMode {
    /** Reads all rows; empties and refills tables that nothing refers to. */
    FULL,
    /** Reads the rows whose content changed since the last run, whatever their timestamps. */
    CONTENT,
    /** Compares every row of both sides, and so repairs rows that someone changed in the warehouse. */
    DEEP,
    /** Reads the rows with a recent timestamp: quick, but misses all other changes. */
    TIMESTAMPS
}
