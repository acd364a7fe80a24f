package dev.tidemark.support;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The base of test classes that do not change the source: their test methods share it. Each has its own warehouse,
 * which is level with it.
 */
public abstract class WithUnchangedSource extends WithReplication {
    // One for each thread, because other classes run at the same time.
    private static final ThreadLocal<SakilaSchema> SOURCE = new ThreadLocal<>();

    /** The source of the class that runs in this thread. */
    protected WithUnchangedSource() {
        super(Replication.sharing(SOURCE.get()).loaded());
    }

    @BeforeAll
    static void createTheSource() {
        SOURCE.set(SakilaSchema.small());
    }

    @AfterAll
    static void dropTheSource() {
        SOURCE.get().close();
    }
}
