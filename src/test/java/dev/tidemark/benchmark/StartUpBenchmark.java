package dev.tidemark.benchmark;

import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Measures how long short commands take as whole processes, on Sakila's genuine size, against an empty Java main. */
public final class StartUpBenchmark {
    private static final long SEED = 1;
    private static final String EMPTY = "empty Java main";
    private static final List<String> COMMANDS = List.of("--version", "status", "incremental");

    private final Path target;
    private final int rounds;
    private final Map<String, List<ShortRun.Cost>> costs = new LinkedHashMap<>();

    private StartUpBenchmark(Path target, int rounds) {
        this.target = target;
        this.rounds = rounds;
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments the build's target folder, and how many runs to take the median of
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new StartUpBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1])).run();
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(target.resolve("benchmark-start-up"));
        Path warehouse = folder.resolve("analytics.db");
        for (String suffix : List.of("", "-wal", "-shm", ".lock")) {
            Files.deleteIfExists(Path.of(warehouse + suffix));
        }
        try (SakilaSchema source = SakilaSchema.generated(SakilaScale.genuine(), SEED)) {
            Program program = Program.star(target.resolve("tidemark/bin/tidemark"), source, warehouse);
            program.run("init");
            program.run("full-load");
            program.settle(Benchmark.STILL);
            measure(runs(source, warehouse));
        }
        report(folder.resolve("start-up.json"));
    }

    // Round after round, so that a busy moment of the machine falls on all alike; the first round warms up.
    private void measure(List<ShortRun> runs) throws IOException, InterruptedException {
        for (int round = 0; round <= rounds; round++) {
            for (ShortRun run : runs) {
                ShortRun.Cost cost = run.measure();
                if (round > 0) {
                    costs.computeIfAbsent(run.name(), name -> new ArrayList<>()).add(cost);
                }
            }
        }
    }

    private List<ShortRun> runs(SakilaSchema source, Path warehouse) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "TIDEMARK_SOURCE_URL", source.url(),
                "TIDEMARK_SOURCE_USERNAME", source.server().username(),
                "TIDEMARK_SOURCE_PASSWORD", source.server().password(),
                "TIDEMARK_WAREHOUSE", warehouse.toString()));
        Map<String, String> withoutCache = new HashMap<>(environment);
        withoutCache.put("TIDEMARK_JAVA_OPTIONS", "-XX:AOTMode=off");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<ShortRun> runs = new ArrayList<>();
        runs.add(new ShortRun(
                EMPTY, List.of(java, "-cp", target.resolve("test-classes").toString(), EmptyMain.class.getName()),
                environment));
        add(runs, "JVM", "tidemark/bin/tidemark", withoutCache);
        add(runs, "JVM with cache", "tidemark/bin/tidemark", environment);
        add(runs, "own runtime with cache", "dist/tidemark/bin/tidemark", environment);
        add(runs, "native", "native/tidemark", environment);
        return runs;
    }

    // What the build was not asked to make is not there to be measured.
    private void add(List<ShortRun> runs, String kind, String program, Map<String, String> environment) {
        Path file = target.resolve(program);
        if (Files.isExecutable(file)) {
            for (String arguments : COMMANDS) {
                List<String> command =
                        Stream.concat(Stream.of(file.toString()), Stream.of(arguments.split(" "))).toList();
                runs.add(new ShortRun(arguments.replace(" --look-back 0s", "") + ", " + kind, command, environment));
            }
        }
    }

    private void report(Path file) throws IOException {
        double empty = median(EMPTY, ShortRun.Cost::milliseconds);
        System.out.printf(Locale.ROOT, "%nStart-up, medians of %d runs, %d processors, Java %s%n%n", rounds,
                Runtime.getRuntime().availableProcessors(), Runtime.version());
        List<String> lines = new ArrayList<>();
        for (String name : costs.keySet()) {
            double wall = median(name, ShortRun.Cost::milliseconds);
            double peak = median(name, ShortRun.Cost::peakMebibytes);
            System.out.printf(
                    Locale.ROOT, "%-40s %7.0f ms %6.0f MiB %8.1f x%n", name, wall, peak, wall / empty);
            lines.add(String.format(
                    Locale.ROOT, "  \"%s\": {\"milliseconds\": %.1f, \"peakMebibytes\": %.0f, \"timesEmpty\": %.2f}",
                    name, wall, peak, wall / empty));
        }
        Files.writeString(file, "{\n" + String.join(",\n", lines) + "\n}\n");
        System.out.println("\nWritten to " + file);
    }

    private double median(String name, ToDoubleFunction<ShortRun.Cost> measure) {
        return costs.get(name).stream().mapToDouble(measure).sorted().toArray()[rounds / 2];
    }
}
