package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.exactness.LakeExactness;
import dev.tidemark.spark.LakeCli;
import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A load that dies between any two steps on the lake's files leaves the version before it, or the new one whole; the
 * next load is exact, and deletes what the dead one left.
 */
@Isolated("Changes the settings of file systems that all tests share.")
class LakeCrashTest {
    private static final boolean EVERYWHERE = Boolean.getBoolean("tidemark.thorough");
    /** How many of the places to crash at are tried otherwise. */
    private static final int CRASHES = Integer.getInteger("tidemark.kills", 4);

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @TempDir
    private Path folder;

    private LakeCli lake;

    @BeforeEach
    void register() {
        CrashingFileSystem.register(LakeCli.session().sparkContext().hadoopConfiguration());
        lake = LakeCli.of(sakila, folder);
    }

    @AfterEach
    void unregister() {
        CrashingFileSystem.restart();
        CrashingFileSystem.unregister(LakeCli.session().sparkContext().hadoopConfiguration());
    }

    @Test
    void aFirstLoadThatDiesLeavesNoVersion() {
        CrashingFileSystem.crashAfter(5);
        lake.run("full-load").exitingWith(4);
        CrashingFileSystem.restart();
        lake.run("incremental").exitingWith(4);

        lake.succeed("full-load");

        LakeExactness.require(sakila, lake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incremental", "full-load"})
    void aLoadThatDiesLeavesAWholeVersion(String command) throws IOException {
        lake.succeed("full-load");
        int round = 0;
        SourceChanges.make(sakila, round);
        CrashingFileSystem.crashAfter(Long.MAX_VALUE);
        lake.succeed(command);
        long steps = CrashingFileSystem.restart();
        assertTrue(steps > 20, "steps of a load: " + steps);
        for (long place : places(steps)) {
            long version = lake.version().number();
            Runnable before = LakeExactness.asOfNow(sakila, lake);
            SourceChanges.make(sakila, ++round);

            CrashingFileSystem.crashAfter(place);
            int exitCode = lake.run(command, "--keep", "2").exitCode();
            CrashingFileSystem.restart();

            if (lake.version().number() == version) {
                assertEquals(4, exitCode, "exit code of a load that crashed at step " + place);
                before.run();
            } else {
                LakeExactness.require(sakila, lake);
            }
            lake.succeed("incremental", "--keep", "2");
            LakeExactness.require(sakila, lake);
            requireNothingBeside();
        }
    }

    private static List<Long> places(long steps) {
        Stream<Long> all = Stream.iterate(0L, place -> place < steps, place -> place + 1);
        // The last steps publish the version and delete what it does not need.
        return EVERYWHERE
                ? all.toList()
                : Stream.concat(
                                new Random().longs(CRASHES, 0, steps).boxed(),
                                Stream.of(steps - 3, steps - 1))
                        .toList();
    }

    /** Requires that each file of the lake is one that a version names, or a script of its views. */
    private void requireNothingBeside() throws IOException {
        StringBuilder versions = new StringBuilder();
        try (Stream<Path> all = Files.list(folder.resolve("versions"))) {
            for (Path version : all.toList()) {
                versions.append(version.getFileName()).append(Files.readString(version));
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> beside = all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("versions")))
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> versions.indexOf(name.replaceFirst("\\.\\w+\\.sql$", ".json")) < 0)
                    .toList();
            assertEquals(List.of(), beside);
        }
    }
}
