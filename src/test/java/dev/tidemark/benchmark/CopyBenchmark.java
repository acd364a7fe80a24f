package dev.tidemark.benchmark;

import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.copy.TargetDatabase;
import dev.tidemark.copy.generator.ChinookGenerator;
import dev.tidemark.copy.generator.GitHistoryGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures both copies of the examples, alternating with the floors, and prints ratios. */
public final class CopyBenchmark {
    private static final long SEED = 1;
    private static final Path EXAMPLES = Path.of("src/examples");

    private final Path folder;
    private final Path launcher;
    private final int rows;
    private final int runs;
    private final Map<String, List<Usage>> usages = new LinkedHashMap<>();

    private CopyBenchmark(Path target, int rows, int runs) {
        this.folder = target.resolve("benchmark-copy");
        this.launcher = target.resolve("tidemark/bin/tidemark");
        this.rows = rows;
        this.runs = runs;
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments the build's target folder, how many rows of Chinook and how many commits, how many runs to take
     *     the median of, and which jobs: {@code chinook}, {@code git-history} or {@code all}
     */
    public static void main(String[] arguments) {
        try {
            new CopyBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                    .run(arguments[3]);
            System.exit(0);
        } catch (IOException | RuntimeException failure) {
            // Threads of the embedded servers would go on.
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private void run(String jobs) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        if (!jobs.equals("git-history")) {
            try (TargetDatabase target = CopyTargetKind.POSTGRESQL.create()) {
                measureChinook(target);
            }
        }
        if (!jobs.equals("chinook")) {
            measureGitHistory();
        }
        System.out.printf(Locale.ROOT, "%n%,d rows, %,d commits, medians of %d runs, %d processors, Java %s%n%n", rows,
                rows, runs, Runtime.getRuntime().availableProcessors(), Runtime.version());
        Figures figures = new Figures();
        usages.forEach((name, some) -> figures.put(name, Usage.median(some)));
        figures.write(ratios(figures), folder.resolve("benchmark-copy-" + rows + ".json"));
    }

    private void measureChinook(TargetDatabase target) throws IOException {
        Path file = folder.resolve("chinook.db");
        new ChinookGenerator(SEED, rows).write(file);
        SqliteFile source = new SqliteFile(file);
        Program program = program("chinook.yml", file, target);
        load(program, file);
        CopyFloor floor = new CopyFloor(target, tablesOf(target, source), folder);
        for (int run = 0; run < runs; run++) {
            source.run("PRAGMA journal_mode = DELETE");
            floor.empty();
            note("full-load, rollback mode", load(program, file));
            source.run("PRAGMA journal_mode = WAL");
            note("bare read", SqliteReadFloor.measure(file));
            floor.empty();
            note("bare COPY", floor.measure());
            floor.empty();
            note("full-load, WAL mode", load(program, file));
        }
        for (int run = 0; run < runs; run++) {
            note("bare read, again", SqliteReadFloor.measure(file));
            note("bare read in a new process", SqliteReadFloor.measureCold(file));
            // Only a file that lay still for two seconds before a run counts as untouched in the next one.
            program.settle(Duration.ofMillis(2_100));
            note("incremental, nothing changed", program.run("incremental"));
            // SQLite does not write a row that stays as it was.
            source.run("UPDATE Genre SET Name = Name || '!'", "UPDATE Genre SET Name = rtrim(Name, '!')");
            note("incremental, every row compared", program.run("incremental"));
            source.run(change("Track", "Milliseconds", run), change("InvoiceLine", "Quantity", run));
            note("incremental, 1,000 changed", program.run("incremental"));
            note("validate", program.run("validate"));
        }
    }

    private void measureGitHistory() throws IOException {
        Path file = folder.resolve("git-history.db");
        new GitHistoryGenerator(SEED, (int) (rows * 10L / 7)).write(file);
        SqliteFile source = new SqliteFile(file);
        source.run("PRAGMA journal_mode = WAL");
        for (int run = 0; run < runs; run++) {
            try (TargetDatabase target = CopyTargetKind.MYSQL.create()) {
                GitHistoryGenerator.mySqlTables().forEach(target::run);
                note("bare inserts", InsertFloor.measure(file, target));
            }
            try (TargetDatabase target = CopyTargetKind.MYSQL.create()) {
                GitHistoryGenerator.mySqlTables().forEach(target::run);
                Program program = program("git-history.yml", file, target);
                note("full-load, new ids", load(program, file));
                note("bare read, git history", SqliteReadFloor.measure(file));
                note("incremental, new ids, nothing changed", program.run("incremental"));
                note("validate, new ids", program.run("validate"));
            }
        }
    }

    // The first load, because the state is new.
    private static Usage load(Program program, Path source) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm", ".lock")) {
            Files.deleteIfExists(Path.of(state(source) + suffix));
        }
        program.run("init");
        return program.run("full-load");
    }

    private Program program(String example, Path source, TargetDatabase target) {
        return new Program(launcher, Map.of(
                "TIDEMARK_CONFIG", EXAMPLES.resolve(example).toString(),
                "TIDEMARK_SOURCE_URL", "jdbc:sqlite:" + source,
                "TIDEMARK_TARGET_URL", target.url(),
                "TIDEMARK_TARGET_USERNAME", target.username(),
                "TIDEMARK_TARGET_PASSWORD", target.password(),
                "TIDEMARK_TARGET_TLS", "disabled",
                "TIDEMARK_STATE", state(source).toString(),
                "TIDEMARK_LOG_FILE", folder.resolve("tidemark.log").toString()));
    }

    private static Path state(Path source) {
        return source.resolveSibling(source.getFileName() + ".state");
    }

    // The names in the target, in the order in which the source's tables were made, which is parents first.
    private static List<String> tablesOf(TargetDatabase target, SqliteFile source) {
        List<String> there =
                target.texts("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        return source.texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").stream()
                .map(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT))
                .filter(there::contains)
                .toList();
    }

    // Half of a thousand changes, spread over a table.
    private static String change(String table, String column, int run) {
        return "UPDATE %s SET %s = %s + 1 WHERE rowid %% (SELECT max(1, max(rowid) / 500) FROM %s) = %d"
                .formatted(table, column, column, table, run);
    }

    private void note(String name, Usage usage) {
        usages.computeIfAbsent(name, any -> new ArrayList<>()).add(usage);
        System.out.printf(Locale.ROOT, "%-42s %s%n", name, usage);
    }

    private Map<String, Double> ratios(Figures figures) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratio(ratios, "full-load, WAL mode / slower of bare read, COPY", "full-load, WAL mode", "bare read",
                "bare COPY");
        ratio(ratios, "full-load, rollback mode / slower of bare read, COPY", "full-load, rollback mode", "bare read",
                "bare COPY");
        ratio(ratios, "incremental, nothing changed / bare read", "incremental, nothing changed", "bare read, again");
        ratio(ratios, "incremental, nothing changed / bare read, new process", "incremental, nothing changed",
                "bare read in a new process");
        ratio(ratios, "incremental, every row compared / bare read, new process", "incremental, every row compared",
                "bare read in a new process");
        ratio(ratios, "validate / full-load", "validate", "full-load, WAL mode");
        ratio(ratios, "full-load, new ids / bare inserts", "full-load, new ids", "bare inserts");
        ratio(ratios, "incremental, new ids / bare read", "incremental, new ids, nothing changed",
                "bare read, git history");
        ratio(ratios, "validate, new ids / full-load", "validate, new ids", "full-load, new ids");
        more(ratios, figures);
        return ratios;
    }

    private void more(Map<String, Double> ratios, Figures figures) {
        Usage some = figures.get("incremental, 1,000 changed");
        if (some != null) {
            ratios.put("seconds of 1,000 changes, beyond 2 bare reads, new process",
                    some.wallSeconds() - 2 * figures.get("bare read in a new process").wallSeconds());
            ratios.put("seconds of 1,000 changes, beyond every row compared",
                    some.wallSeconds() - figures.get("incremental, every row compared").wallSeconds());
        }
        ratios.put("peak memory in MiB", usages.values().stream().flatMap(List::stream)
                .mapToDouble(Usage::peakMebibytes).max().orElse(0));
    }

    // The median of the ratios of each round, so that a busy moment of the machine falls on both alike.
    private void ratio(Map<String, Double> ratios, String name, String work, String... floors) {
        List<Usage> of = usages.get(work);
        if (of != null) {
            double[] each = IntStream.range(0, of.size())
                    .mapToDouble(run -> of.get(run).wallSeconds() / Stream.of(floors)
                            .mapToDouble(floor -> usages.get(floor).get(run).wallSeconds())
                            .max()
                            .orElseThrow())
                    .sorted()
                    .toArray();
            ratios.put(name, each[each.length / 2]);
        }
    }
}
