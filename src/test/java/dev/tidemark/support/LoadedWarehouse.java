package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A warehouse that a full load filled from {@link SakilaSchema#small()}, made once. Every small schema has the same
 * rows with the same dates, so a copy of the file is level with a fresh schema: this saves each test two commands.
 */
public final class LoadedWarehouse {
    private static byte[] content;

    private LoadedWarehouse() {}

    /** A copy in {@code folder}, which the test may change. */
    public static WarehouseFile copyTo(Path folder) {
        try {
            return new WarehouseFile(Files.write(folder.resolve("analytics.db"), content()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static synchronized byte[] content() throws IOException {
        if (content == null) {
            content = load();
        }
        return content;
    }

    private static byte[] load() throws IOException {
        try (Replication replication = Replication.small()) {
            replication.tidemark().succeedAll("init", "full-load");
            // The copies serve sources of other names with the same content.
            replication.warehouse().execute("DELETE FROM sync_source");
            return Files.readAllBytes(replication.warehouse().path());
        }
    }
}
