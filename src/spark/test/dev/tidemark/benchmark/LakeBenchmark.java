package dev.tidemark.benchmark;

import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Measures loads of a lake on two threads beside the warehouse in SQLite and a bare job of Spark. */
public final class LakeBenchmark {
    private static final long SEED = 1;
    private static final int PARTITIONS = 32;

    private final Path folder;
    private final Path launcher;
    private final int scale;
    private final int runs;
    private final Map<String, List<Usage>> usages = new LinkedHashMap<>();
    private final Map<String, List<Double>> statementSeconds = new LinkedHashMap<>();

    private LakeBenchmark(Path target, int scale, int runs) {
        this.folder = target.resolve("benchmark-spark");
        this.launcher = target.resolve("tidemark/bin/tidemark");
        this.scale = scale;
        this.runs = runs;
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments the target folder of the build that holds the packaged program, the scale, and how many runs to
     *     take the median of
     */
    public static void main(String[] arguments) throws IOException {
        new LakeBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])).run();
        System.exit(0);
    }

    private void run() throws IOException {
        delete(folder);
        Files.createDirectories(folder);
        SakilaScale size = scale == 1 ? SakilaScale.genuine() : SakilaScale.times(scale);
        try (SakilaSchema source = SakilaSchema.generated(size, SEED)) {
            Program warehouse = Program.star(launcher, source, folder.resolve("analytics.db"));
            warehouse.run("init");
            SparkProgram lake = lake(source);
            for (int run = 0; run < runs; run++) {
                note(source, "warehouse, full-load", () -> warehouse.run("full-load"));
                note(source, "bare job of Spark", () -> rawJob(source));
                for (int connections : List.of(1, 2, 4)) {
                    delete(folder.resolve("lake"));
                    note(source, "lake, full-load, " + connections + " connections", () -> load(lake, connections));
                }
                note(source, "lake, incremental, nothing changed", () -> lake.run("incremental"));
                source.execute("UPDATE payment SET amount = amount + 0.01 ORDER BY payment_id LIMIT 1000");
                note(source, "lake, incremental, 1,000 changed", () -> lake.run("incremental"));
                note(source, "lake, validate --all", () -> lake.run("validate", "--all"));
            }
        }
        report();
    }

    private static Usage load(SparkProgram lake, int connections) {
        return lake.run(
                "full-load",
                "--partitions", String.valueOf(PARTITIONS),
                "--connections", String.valueOf(connections));
    }

    private SparkProgram lake(SakilaSchema source) {
        return new SparkProgram("dev.tidemark.spark.Lake", Map.of(
                "TIDEMARK_SOURCE_URL", source.url(),
                "TIDEMARK_SOURCE_USERNAME", source.server().username(),
                "TIDEMARK_SOURCE_PASSWORD", source.server().password(),
                "TIDEMARK_LAKE", folder.resolve("lake").toString()));
    }

    private Usage rawJob(SakilaSchema source) {
        return new SparkProgram(RawSparkJob.class.getName(), Map.of()).run(
                source.url(),
                source.server().username(),
                source.server().password(),
                folder.resolve("raw").toString(),
                String.valueOf(PARTITIONS));
    }

    /** A program that runs its tasks in its own process, on two threads. */
    private record SparkProgram(String mainClass, Map<String, String> settings) {
        Usage run(String... arguments) {
            return new Program(Path.of(System.getProperty("java.home"), "bin", "java"), settings)
                    .run(Stream.concat(options(), Stream.of(arguments)).toArray(String[]::new));
        }

        private Stream<String> options() {
            return Stream.of(
                    "-Xmx512m",
                    "-Dspark.master=local[2]",
                    "-Dspark.app.name=tidemark",
                    "-Dspark.ui.enabled=false",
                    "-Dspark.log.level=ERROR",
                    "-Dspark.driver.bindAddress=127.0.0.1",
                    "-Dspark.driver.host=127.0.0.1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    mainClass);
        }
    }

    private void note(SakilaSchema source, String name, Supplier<Usage> work) {
        double before = statementSeconds(source);
        Usage usage = work.get();
        double statements = statementSeconds(source) - before;
        usages.computeIfAbsent(name, any -> new ArrayList<>()).add(usage);
        statementSeconds.computeIfAbsent(name, any -> new ArrayList<>()).add(statements);
        System.out.printf(Locale.ROOT, "%-42s %s%9.2f s of the source's statements%n", name, usage, statements);
    }

    /** What the source's statements took so far, with the time that their readers let them wait; 0 on MariaDB. */
    private static double statementSeconds(SakilaSchema source) {
        return source.queryLong("SELECT coalesce(sum(sum_timer_wait), 0) DIV 1000000000"
                + " FROM performance_schema.events_statements_summary_global_by_event_name") / 1_000.0;
    }

    private void report() throws IOException {
        System.out.printf(Locale.ROOT, "%nScale x%d, medians of %d runs, %d processors, Java %s%n%n", scale, runs,
                Runtime.getRuntime().availableProcessors(), Runtime.version());
        Figures figures = new Figures();
        usages.forEach((name, some) -> figures.put(name, Usage.median(some)));
        double load = figures.get("lake, full-load, 2 connections").wallSeconds();
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("lake, full-load / bare job of Spark", load / figures.get("bare job of Spark").wallSeconds());
        ratios.put("lake, full-load / warehouse", load / figures.get("warehouse, full-load").wallSeconds());
        for (String work : List.of("incremental, nothing changed", "incremental, 1,000 changed", "validate --all")) {
            ratios.put("lake, " + work + " / full-load", figures.get("lake, " + work).wallSeconds() / load);
        }
        statementSeconds.forEach((name, some) -> ratios.put(name + ", s of statements", Usage.middle(some)));
        figures.write(ratios, folder.resolve("benchmark-spark-x" + scale + ".json"));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.toList().reversed()) {
                    Files.delete(file);
                }
            }
        }
    }
}
