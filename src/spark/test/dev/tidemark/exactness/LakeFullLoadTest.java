package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.spark.LakeCli;
import dev.tidemark.support.SakilaSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full load of a lake shows the source exactly. */
class LakeFullLoadTest {
    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.generated(SakilaScale.genuine(), 1);

    @TempDir
    private Path folder;

    @Test
    void aLakeEqualsTheOracleAfterAFullLoad() {
        LakeCli lake = LakeCli.of(sakila, folder.resolve("lake"));

        lake.succeed("full-load");

        LakeExactness.require(sakila, lake);
        assertEquals(1, lake.version().number());
    }
}
