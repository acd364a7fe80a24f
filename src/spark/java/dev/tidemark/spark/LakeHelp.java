package dev.tidemark.spark;

/** What the help of several commands says. */
final class LakeHelp {
    /** The program, as users call it. */
    static final String PROGRAM = "spark-submit tidemark-spark.jar";

    /** What examples begin with. */
    static final String EXAMPLE = "  " + PROGRAM + " --lake s3a://analytics/sakila ";

    static final String LAKE = "4:the lake cannot be read or written, or was never loaded";
    static final String BUSY = "5:another run writes the lake";
    static final String INTERRUPTED = "130, 143:interrupted; the lake shows what it showed before";

    private LakeHelp() {}
}
