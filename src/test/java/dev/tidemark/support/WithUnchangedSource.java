package dev.tidemark.support;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * What test classes begin with that leave the source as it is: their test methods share one. Each has a warehouse for
 * itself, which is level with it.
 */
public abstract class WithUnchangedSource extends WithReplication {
    // Of the thread, because other classes run at the same time.
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
