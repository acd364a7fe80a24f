package dev.tidemark.star.load;

/** How a load finds the rows that it reads. */
public enum LoadMode {
    /** It reads all, and fills tables anew whose rows nobody refers to. */
    FULL,
    /** It reads what changed since the last run, whatever any timestamp says. */
    CONTENT,
    /** It compares every row of both sides: this repairs what someone did to the warehouse. */
    DEEP,
    /** It reads what bears a recent timestamp: quick, and blind to all else. */
    TIMESTAMPS
}
