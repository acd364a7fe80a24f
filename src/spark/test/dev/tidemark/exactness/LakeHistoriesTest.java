package dev.tidemark.exactness;

import dev.tidemark.spark.LakeCli;
import dev.tidemark.support.SakilaSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random changes of the source, and loads of a lake that must be exact after each of them. */
class LakeHistoriesTest {
    private static final int ROUNDS = 8;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return RandomHistoriesTest.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endExact(long seed) {
        Random random = new Random(seed);
        List<String> log = new ArrayList<>();
        try (SakilaSchema sakila = SakilaSchema.small(); Writer writer = new Writer(sakila)) {
            LakeCli lake = LakeCli.of(sakila, folder).with("TIDEMARK_MAX_DELETES", "100%");
            RandomChanges changes = new RandomChanges(sakila, random, 0, 1);
            lake.succeed("full-load");
            for (int round = 0; round < ROUNDS; round++) {
                for (int change = random.nextInt(8); change >= 0; change--) {
                    log.addAll(writer.execute(changes.any()));
                }
                String command = random.nextInt(6) == 0 ? "full-load" : "incremental";
                log.add(command + ": " + lake.succeed(command).out());
                StarOracle.compute(sakila).requireEqual("The lake differs from the oracle.", LakeReader.read(lake));
            }
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "Replay with -Dtidemark.seed=" + seed + "\n" + failure.getMessage() + "\nafter\n"
                            + String.join("\n", log),
                    failure);
        }
    }
}
