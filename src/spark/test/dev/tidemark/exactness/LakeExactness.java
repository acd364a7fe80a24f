package dev.tidemark.exactness;

import dev.tidemark.spark.LakeCli;
import dev.tidemark.support.SakilaSchema;

/** Compares a lake with the source. */
public final class LakeExactness {
    private LakeExactness() {}

    /** Requires that the current version of the lake shows the source exactly. */
    public static void require(SakilaSchema source, LakeCli lake) {
        asOfNow(source, lake).run();
    }

    /** Requires later that the current version of the lake shows the source exactly as it is now. */
    public static Runnable asOfNow(SakilaSchema source, LakeCli lake) {
        Star star = StarOracle.compute(source);
        return () -> star.requireEqual("The lake differs from the oracle.", LakeReader.read(lake));
    }
}
