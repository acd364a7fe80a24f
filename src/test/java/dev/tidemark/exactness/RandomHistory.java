package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.exactness.SourceCopy.Way;
import dev.tidemark.support.TidemarkCli;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/**
 * One random history: changes of the source, some of them in transactions that stay open for a while, tables that are
 * restored, emptied or created again, and incrementals among other runs. The warehouse must be exact after each
 * incremental.
 */
final class RandomHistory implements AutoCloseable {
    private static final int ROUNDS = 12;
    private static final int MOST_OPEN = 3;
    private static final int UNUSABLE_CHOICE = 2;
    private static final List<String> TARGETS =
            Arrays.stream(StarTable.values()).map(table -> table.name().toLowerCase()).toList();

    private final Random random;
    private final Mirror mirror;
    private final RandomChanges changes;
    private final RandomValues values;
    private final Writer writer;
    private final Writer tableWriter;
    private final List<Writer> open = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private SourceCopy copy;

    RandomHistory(long seed) {
        this.random = new Random(seed);
        this.mirror = Mirror.small();
        this.changes = new RandomChanges(mirror.source(), random, 0, 1);
        this.values = new RandomValues(mirror.source(), random);
        this.writer = new Writer(mirror.source());
        this.tableWriter = Writer.patient(mirror.source());
    }

    /** Plays the history; a failure names the steps before it. */
    void play() {
        try {
            if (values.chance(25)) {
                log.add("keys of 64 bits without foreign keys");
                WideKeys.widen(mirror.source(), "BIGINT");
            }
            copy = SourceCopy.of(mirror.source());
            mirror.load();
            for (int round = 0; round < ROUNDS; round++) {
                changeSomething();
                if (values.chance(25)) {
                    changeTables();
                }
                synchronize();
                endSomeTransaction();
            }
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(failure.getMessage() + "\nafter\n" + String.join("\n", log), failure);
        }
    }

    @Override
    public void close() {
        open.forEach(Writer::close);
        writer.close();
        tableWriter.close();
        mirror.close();
    }

    private void changeSomething() {
        if (open.size() < MOST_OPEN && random.nextBoolean()) {
            open.add(new Writer(mirror.source()).begin());
        }
        for (int change = random.nextInt(8); change >= 0; change--) {
            int choice = random.nextInt(open.size() + 2);
            Writer by = choice < open.size() ? open.get(choice) : writer;
            execute(by == writer ? "" : "transaction " + choice + ": ", by, changes.any());
        }
        if (random.nextInt(4) == 0) {
            execute("", writer, List.of("DO SLEEP(1.1)"));
        }
    }

    /** Changes whole tables, which open transactions would block. */
    private void changeTables() {
        while (!open.isEmpty()) {
            end(open.size() - 1, random.nextBoolean());
        }
        SourceTables table = values.oneOf(List.of(SourceTables.values()));
        int choice = random.nextInt(100);
        if (choice < 10) {
            log.add("a copy of all tables");
            copy = SourceCopy.of(mirror.source());
        } else if (choice < 60) {
            execute("restore: ", tableWriter, copy.restoring(someWay(), someTables(table)));
        } else if (choice < 75) {
            execute("put back: ", tableWriter, SourceCopy.puttingBack(table));
        } else if (choice < 90) {
            String change = values.chance(50)
                    ? "DO 0"
                    : "DELETE FROM recreated WHERE MOD(%s, 3) = 0".formatted(table.keyColumns().getFirst());
            execute("recreate: ", tableWriter, copy.recreating(table, change));
        } else {
            execute("", tableWriter, List.of(SourceCopy.UNCHECKED, "TRUNCATE TABLE " + table.table(), SourceCopy.CHECKED));
        }
    }

    private Way someWay() {
        return values.chance(5) ? Way.SWAP : values.oneOf(List.of(Way.DELETE, Way.TRUNCATE, Way.RECREATE, Way.RENAME));
    }

    private Collection<SourceTables> someTables(SourceTables one) {
        return values.chance(40)
                ? List.of(one)
                : values.chance(40)
                        ? List.of(SourceTables.values())
                        : Arrays.stream(SourceTables.values()).filter(table -> random.nextBoolean()).toList();
    }

    private void endSomeTransaction() {
        if (!open.isEmpty() && random.nextInt(3) == 0) {
            end(random.nextInt(open.size()), random.nextInt(5) > 0);
        }
    }

    private void end(int transaction, boolean commit) {
        log.add("transaction " + transaction + (commit ? ": commit" : ": rollback"));
        try (Writer ended = open.remove(transaction)) {
            ended.end(commit);
        }
    }

    private void execute(String prefix, Writer by, List<String> statements) {
        by.execute(statements).forEach(statement -> log.add(prefix + statement));
    }

    private void synchronize() {
        if (values.chance(15)) {
            loadSomeTables();
        }
        if (values.chance(15)) {
            tidemark("incremental", "--detect", "timestamps");
        }
        if (values.chance(10)) {
            tidemark("full-load");
        }
        tidemark("incremental");
        mirror.requireExact();
        tidemark("validate", "--all");
        if (values.chance(25)) {
            tidemark("incremental", "--deep");
            assertEquals(0, mirror.rowsWrittenByTheLastRun(), "A deep incremental wrote after an exact one");
        }
        if (random.nextInt(6) == 0) {
            mirror.requireEqualToFullLoad();
        }
        if (random.nextBoolean()) {
            log.add("trust marks");
            mirror.trustMarks();
        }
    }

    // Tidemark refuses a choice that would leave other tables with references to deleted rows.
    private void loadSomeTables() {
        List<String> some = TARGETS.stream().filter(table -> values.chance(30)).toList();
        if (!some.isEmpty()) {
            String command = values.chance(80) ? "incremental" : "full-load";
            log.add(command + " --tables " + some);
            TidemarkCli.Result result = mirror.tidemark().run(command, "--tables", String.join(",", some));
            log.add("exited with " + result.exitCode());
            assertTrue(
                    result.exitCode() == 0
                            || result.exitCode() == UNUSABLE_CHOICE && result.err().contains("--tables"),
                    () -> result.toString());
        }
        if (values.chance(50)) {
            execute("after that: ", writer, changes.any());
        }
    }

    private void tidemark(String... command) {
        log.add(String.join(" ", command));
        mirror.tidemark().succeed(command);
    }
}
