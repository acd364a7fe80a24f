package dev.tidemark.support;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;

/**
 * The base of most test classes: each test method has its own source, warehouse and commands, which are removed after
 * it.
 */
public abstract class WithReplication {
    /** The source. */
    protected final SakilaSchema sakila;
    /** The folder of the warehouse, which contains nothing else at first. */
    protected final Path folder;
    /** The warehouse. */
    protected final WarehouseFile warehouse;
    /** The commands. */
    protected final TidemarkCli tidemark;

    @AutoClose
    private final Replication replication;

    /** A small source, and a warehouse that is level with it. */
    protected WithReplication() {
        this(Replication.small().loaded());
    }

    /** This replication, which is closed after the test. */
    protected WithReplication(Replication replication) {
        this.replication = replication;
        this.sakila = replication.source();
        this.folder = replication.folder();
        this.warehouse = replication.warehouse();
        this.tidemark = replication.tidemark();
    }
}
