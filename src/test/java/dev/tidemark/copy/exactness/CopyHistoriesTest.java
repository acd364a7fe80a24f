package dev.tidemark.copy.exactness;

import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.support.OneIn;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories, each from a seed. {@code -Dtidemark.histories=100} plays more of them, {@code -Dtidemark.seed=17}
 * plays one again, and both together start with a seed of choice.
 */
@OneIn(2)
class CopyHistoriesTest {
    private static final int USUAL = 1;

    @TempDir
    private Path folder;

    static Stream<Arguments> histories() {
        boolean chosen = !System.getProperty("tidemark.seed", "").isEmpty();
        long first = chosen ? Long.getLong("tidemark.seed") : 1;
        int count = Integer.getInteger("tidemark.histories", chosen ? 1 : USUAL);
        return Arrays.stream(CopyTargetKind.values())
                .flatMap(kind -> Stream.of(false, true).flatMap(assigns -> LongStream.range(first, first + count)
                        .mapToObj(seed -> Arguments.of(kind, assigns ? "assign" : "keep", seed))));
    }

    @ParameterizedTest(name = "{0}, keys: {1}, seed {2}")
    @MethodSource("histories")
    void endExact(CopyTargetKind kind, String keys, long seed) {
        try (CopyHistory history = new CopyHistory(seed, folder, kind, keys.equals("assign"))) {
            history.play();
        } catch (AssertionError failure) {
            throw new AssertionError("Replay with -Dtidemark.seed=" + seed + "\n" + failure.getMessage(), failure);
        }
    }
}
