package dev.tidemark.support;

import java.nio.file.Path;

/**
 * A source, a warehouse in its own folder, and the command line between them. Test classes get it from
 * {@link WithReplication}.
 *
 * @param source the source
 * @param home the folder, which holds only the warehouse
 * @param tidemark the commands
 * @param ownsSource whether closing this drops the source
 */
public record Replication(SakilaSchema source, TemporaryFolder home, TidemarkCli tidemark, boolean ownsSource)
        implements AutoCloseable {

    /** A small source, and no warehouse yet. */
    public static Replication small() {
        return of(SakilaSchema.small());
    }

    /** This source, which is dropped in the end, and no warehouse yet. */
    public static Replication of(SakilaSchema source) {
        return from(source, true);
    }

    /** This source, which others use too, and no warehouse yet. */
    public static Replication sharing(SakilaSchema source) {
        return from(source, false);
    }

    private static Replication from(SakilaSchema source, boolean ownsSource) {
        TemporaryFolder home = TemporaryFolder.create("test");
        TidemarkCli tidemark = TidemarkCli.of(source, file(home));
        return new Replication(source, home, tidemark, ownsSource);
    }

    /** The same with the {@linkplain LoadedWarehouse warehouse} after a full load of a small source. */
    public Replication loaded() {
        LoadedWarehouse.copyTo(folder());
        return this;
    }

    /** The same with one more variable in the environment of the commands. */
    public Replication with(String variable, String value) {
        return new Replication(source, home, tidemark.with(variable, value), ownsSource);
    }

    /** The path of the folder. */
    public Path folder() {
        return home.path();
    }

    /** The warehouse, which may not exist. */
    public WarehouseFile warehouse() {
        return new WarehouseFile(file(home));
    }

    @Override
    public void close() {
        home.close();
        if (ownsSource) {
            source.close();
        }
    }

    private static Path file(TemporaryFolder home) {
        return home.path().resolve("analytics.db");
    }
}
