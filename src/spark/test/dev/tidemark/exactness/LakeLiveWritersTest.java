package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.run.DeleteLimit;
import dev.tidemark.run.Retries;
import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.Source;
import dev.tidemark.source.SourceColumnIndex;
import dev.tidemark.source.SourceTableSize;
import dev.tidemark.spark.LakeCli;
import dev.tidemark.spark.load.LakeLoader;
import dev.tidemark.spark.load.LakeOptions;
import dev.tidemark.spark.load.SourceLogin;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.target.CommitGate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full load beside writers shows the state of its last snapshot, although it reads over many connections. */
class LakeLiveWritersTest {
    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.generated(SakilaScale.genuine(), 1);

    @TempDir
    private Path folder;

    @Test
    void aFullLoadBesideWritersShowsItsLastSnapshot() {
        LakeCli lake = LakeCli.of(sakila, folder);
        List<Star> stars = new ArrayList<>();
        long seed = Long.getLong("tidemark.seed", System.nanoTime());
        try (SourceDatabase database = SourceLogin.of(lake.source()).open();
                LiveWriters writers = new LiveWriters(sakila, seed)) {
            LakeLoader loader = new LakeLoader(
                    LakeCli.session(),
                    lake.folder(),
                    new Watched(database, writers, () -> stars.add(StarOracle.compute(sakila))),
                    SourceLogin.of(lake.source()),
                    new LakeOptions(8, 2, 3, Duration.ZERO),
                    new DeleteLimit(100),
                    new Retries(3, Duration.ofMinutes(1), System::nanoTime, System.err::println),
                    new CommitGate(),
                    Clock.systemUTC());

            loader.fullLoad();
        }

        assertEquals(2, stars.size(), "snapshots of the driver");
        stars.getLast().requireEqual("The lake differs from its last snapshot.", LakeReader.read(lake));
    }

    /** A source whose writers pause while a snapshot is taken, so that an oracle can see the same state. */
    private record Watched(Source source, LiveWriters writers, Runnable oracle) implements Source {
        @Override
        public Snapshot snapshot() {
            Snapshot[] taken = {null};
            writers.frozen(() -> {
                taken[0] = source.snapshot();
                taken[0].takenAt();
                oracle.run();
            });
            return taken[0];
        }

        @Override
        public Held lock(String name, Duration patience) {
            return source.lock(name, patience);
        }

        @Override
        public String address() {
            return source.address();
        }

        @Override
        public String version() {
            return source.version();
        }

        @Override
        public Optional<String> encryption() {
            return source.encryption();
        }

        @Override
        public String timeZone() {
            return source.timeZone();
        }

        @Override
        public LocalDateTime clock() {
            return source.clock();
        }

        @Override
        public List<SourceTableSize> tableSizes() {
            return source.tableSizes();
        }

        @Override
        public List<SourceColumnIndex> leadingIndexColumns() {
            return source.leadingIndexColumns();
        }
    }
}
