package dev.tidemark.exactness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One random history: changes of the source, some of them in transactions that stay open for a while, and an
 * incremental now and then, after each of which the warehouse must be exact.
 */
final class RandomHistory implements AutoCloseable {
    private static final int ROUNDS = 12;
    private static final int MOST_OPEN = 3;

    private final Random random;
    private final Mirror mirror;
    private final RandomChanges changes;
    private final Writer writer;
    private final List<Writer> open = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    RandomHistory(long seed) {
        this.random = new Random(seed);
        this.mirror = Mirror.small();
        this.changes = new RandomChanges(mirror.source(), random, 0, 1);
        this.writer = new Writer(mirror.source());
    }

    /** Plays the history; a failure names what came before it. */
    void play() {
        try {
            mirror.load();
            for (int round = 0; round < ROUNDS; round++) {
                changeSomething();
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
        mirror.close();
    }

    private void changeSomething() {
        if (open.size() < MOST_OPEN && random.nextBoolean()) {
            open.add(new Writer(mirror.source()).begin());
        }
        for (int change = random.nextInt(8); change >= 0; change--) {
            int choice = random.nextInt(open.size() + 2);
            Writer by = choice < open.size() ? open.get(choice) : writer;
            String name = by == writer ? "" : "transaction " + choice + ": ";
            by.execute(changes.any()).forEach(statement -> log.add(name + statement));
        }
        if (random.nextInt(4) == 0) {
            writer.execute(List.of("DO SLEEP(1.1)")).forEach(log::add);
        }
    }

    private void endSomeTransaction() {
        if (!open.isEmpty() && random.nextInt(3) == 0) {
            boolean commit = random.nextInt(5) > 0;
            int ended = random.nextInt(open.size());
            log.add("transaction " + ended + (commit ? ": commit" : ": rollback"));
            try (Writer transaction = open.remove(ended)) {
                transaction.end(commit);
            }
        }
    }

    private void synchronize() {
        if (random.nextInt(6) == 0) {
            writer.execute(List.of(changes.rewrite())).forEach(statement -> log.add("rewrite: " + statement));
            log.add("incremental --deep");
            mirror.tidemark().succeed("incremental", "--deep");
        } else {
            log.add("incremental");
            mirror.incremental();
        }
        mirror.requireExact();
        if (random.nextInt(6) == 0) {
            mirror.requireEqualToFullLoad();
        }
        if (random.nextInt(6) == 0) {
            mirror.tidemark().succeed("validate", "--all");
        }
    }
}
