package dev.tidemark.sqlite.state;

import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.sqlite.FileKind;
import dev.tidemark.sqlite.WarehouseDatabase;
import dev.tidemark.target.Target;
import java.nio.file.Path;
import java.util.Optional;

/** The state of a copy, in a SQLite file that only its owner can read. */
public final class StateDatabase implements CopyState {
    private final WarehouseDatabase file;

    /** The state in {@code path}. */
    public StateDatabase(Path path) {
        this.file = new WarehouseDatabase(FileKind.STATE, path, Optional.empty());
    }

    @Override
    public Target file() {
        return file;
    }

    @Override
    public StateSession begin() {
        return new StateTransaction(file.begin());
    }

    @Override
    public void close() {
        file.close();
    }
}
