package dev.tidemark.copy.exactness;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.League;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random history of a source. After each run a second target, filled anew, tells what the first one should hold. */
final class CopyHistory implements AutoCloseable {
    private static final int STEPS = 6;
    private static final int CHANGES = 12;

    private final Random random;
    private final Path folder;
    private final CopyTargetKind kind;
    private final boolean assigns;
    private final League league;
    private final CopyJob job;
    private final List<String> told = new ArrayList<>();

    CopyHistory(long seed, Path folder, CopyTargetKind kind, boolean assigns) {
        this.random = new Random(seed);
        this.folder = folder;
        this.kind = kind;
        this.assigns = assigns;
        this.league = new League(folder.resolve("source.db"), random);
        if (random.nextBoolean()) {
            league.fill();
        }
        this.job = job("first");
    }

    private CopyJob job(String name) {
        return CopyJob.in(folder, name, league.source(), kind, League.settings(assigns, random.nextBoolean()));
    }

    void play() {
        told.addAll(league.change(CHANGES * 3));
        job.cli().succeed("init");
        run("full-load");
        for (int step = 0; step < STEPS; step++) {
            told.addAll(league.change(1 + random.nextInt(CHANGES)));
            run(random.nextInt(8) == 0 ? "full-load" : "incremental");
            try (CopyJob fresh = job("fresh" + step)) {
                League.requireLevel(job, fresh, assigns, () -> String.join("\n", told));
            }
        }
    }

    private void run(String command) {
        told.add(command);
        int exitCode = job.cli().run(command).exitCode();
        if (exitCode != 0 && exitCode != 7) {
            job.cli().succeed(command);
        }
    }

    @Override
    public void close() {
        job.close();
    }
}
