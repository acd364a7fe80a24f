package dev.tidemark.benchmark;

import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Measures the program at a scale of Sakila, alternating with the floors, and prints ratios. */
public final class Benchmark {
    /** Of what was touched within the last minute MySQL's word proves nothing: the first run after it looks at all. */
    static final Duration STILL = Duration.ofSeconds(62);

    private static final long SEED = 1;

    private final Path folder;
    private final Path launcher;
    private final int scale;
    private final int runs;
    private final Figures figures = new Figures();

    private Benchmark(Path target, int scale, int runs) {
        this.folder = target.resolve("benchmark");
        this.launcher = target.resolve("tidemark/bin/tidemark");
        this.scale = scale;
        this.runs = runs;
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments the build's target folder, the scale, how many runs to take the median of, and what to measure:
     *     {@code full-load} or {@code all}
     */
    public static void main(String[] arguments) throws IOException {
        new Benchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                .run(arguments[3].equals("all"));
        System.exit(0);
    }

    private void run(boolean all) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        SakilaScale size = scale == 1 ? SakilaScale.genuine() : SakilaScale.times(scale);
        try (SakilaSchema source = SakilaSchema.generated(size, SEED)) {
            Path warehouse = folder.resolve("analytics.db");
            Program program = Program.star(launcher, source, warehouse);
            program.run("init");
            program.run("full-load");
            loads(program, source, warehouse);
            if (all) {
                incrementals(program, source);
                repeat("--version", () -> program.run("--version"));
            }
        }
        report();
    }

    private void loads(Program program, SakilaSchema source, Path warehouse) throws IOException {
        List<Usage> reads = new ArrayList<>();
        List<Usage> writes = new ArrayList<>();
        List<Usage> durableWrites = new ArrayList<>();
        List<Usage> loads = new ArrayList<>();
        List<Usage> deepIncrementals = new ArrayList<>();
        List<Usage> validations = new ArrayList<>();
        try (WriteFloor floor = new WriteFloor(warehouse)) {
            for (int run = 0; run < runs; run++) {
                reads.add(ReadFloor.measure(source));
                writes.add(floor.measure(WriteFloor.Kind.BARE));
                durableWrites.add(floor.measure(WriteFloor.Kind.DURABLE));
                loads.add(program.run("full-load"));
                deepIncrementals.add(program.run("incremental", "--deep"));
                validations.add(program.run("validate", "--all"));
            }
        }
        figures.put("floor R", Usage.median(reads));
        figures.put("floor W, SQLite copies", Usage.median(writes));
        figures.put("floor W with WAL and foreign keys", Usage.median(durableWrites));
        figures.put("full-load", Usage.median(loads));
        figures.put("incremental --deep", Usage.median(deepIncrementals));
        figures.put("validate --all", Usage.median(validations));
    }

    private void incrementals(Program program, SakilaSchema source) {
        program.settle(STILL);
        repeat("status", () -> program.run("status"));
        repeat("incremental, nothing touched", () -> program.run("incremental"));
        long rentals = source.queryLong("SELECT COUNT(*) FROM rental");
        for (int changes : List.of(1_000, 100_000)) {
            if (changes <= source.queryLong("SELECT COUNT(*) FROM payment")) {
                List<Usage> passes = new ArrayList<>();
                List<Usage> incrementals = new ArrayList<>();
                for (int run = 0; run < runs; run++) {
                    program.settle(STILL);
                    source.execute("UPDATE payment SET amount = amount + 0.01 ORDER BY payment_id LIMIT " + changes);
                    passes.add(ReadFloor.measurePass(source));
                    incrementals.add(program.run("incremental"));
                }
                figures.put("bare pass over payment, %,d changed".formatted(changes), Usage.median(passes));
                figures.put("incremental, %,d changed".formatted(changes), Usage.median(incrementals));
            }
        }
        for (int deletes : List.of(1, 1_000)) {
            AtomicInteger victims = new AtomicInteger();
            repeat("incremental, %,d deleted".formatted(deletes), () -> {
                source.execute("DELETE FROM rental WHERE rental_id %% %d = %d"
                        .formatted(rentals / deletes, victims.incrementAndGet()));
                return program.run("incremental");
            });
        }
        repeat("incremental by timestamps", () -> program.run("incremental", "--detect", "timestamps"));
    }

    private void repeat(String name, Supplier<Usage> work) {
        List<Usage> usages = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            usages.add(work.get());
        }
        figures.put(name, Usage.median(usages));
    }

    private void report() throws IOException {
        System.out.printf(Locale.ROOT, "%nScale x%d, medians of %d runs, %d processors, Java %s%n%n", scale, runs,
                Runtime.getRuntime().availableProcessors(), Runtime.version());
        figures.write(ratios(), folder.resolve("benchmark-x" + scale + ".json"));
    }

    private Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        Usage load = figures.get("full-load");
        Usage read = figures.get("floor R");
        Usage write = figures.get("floor W, SQLite copies");
        ratios.put("full-load wall / W", load.wallSeconds() / write.wallSeconds());
        ratios.put(
                "full-load wall / W with WAL and foreign keys",
                load.wallSeconds() / figures.get("floor W with WAL and foreign keys").wallSeconds());
        ratios.put("full-load CPU / (R + W)", load.cpuSeconds() / (read.cpuSeconds() + write.cpuSeconds()));
        if (figures.get("status") != null) {
            incrementals(ratios, figures.get("status").wallSeconds());
        }
        figures.forEach((name, usage) -> {
            if (name.startsWith("incremental")) {
                ratios.put(name + " / full-load", usage.wallSeconds() / load.wallSeconds());
            }
        });
        ratios.put("validate --all / full-load", figures.get("validate --all").wallSeconds() / load.wallSeconds());
        return ratios;
    }

    private void incrementals(Map<String, Double> ratios, double status) {
        ratios.put(
                "incremental, nothing touched / status",
                figures.get("incremental, nothing touched").wallSeconds() / status);
        figures.forEach((name, usage) -> {
            Usage pass = figures.get("bare pass over payment" + name.replaceFirst("^incremental", ""));
            if (pass != null && name.startsWith("incremental")) {
                ratios.put(name + " / (bare pass + status)", usage.wallSeconds() / (pass.wallSeconds() + status));
            }
        });
    }
}
