package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.spark.LakeCli;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
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

        TidemarkCli.Result result = lake.succeed("full-load", "--format", "table", "--verbose");

        System.err.println(result.out() + result.err());
        StarOracle.compute(sakila).requireEqual("The lake differs from the oracle.", LakeReader.read(lake));
        assertEquals(1, lake.version().number());
    }
}
