package dev.tidemark.spark.load;

import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.source.Snapshot;
import dev.tidemark.spark.lake.LakeFolder;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * Reads a unit on an executor, over a connection of its own. What it returns decides which files count: a second
 * attempt of a task writes other files, and nobody reads those of the first.
 */
record ReadTask(SourceLogin login, LakeFolder lake, Broadcast<HeldLookups> lookups)
        implements FlatMapFunction<Unit, UnitRead> {
    @Override
    public Iterator<UnitRead> call(Unit unit) {
        try (SourceDatabase source = login.open(); Snapshot snapshot = source.snapshot()) {
            TableReader reader = new TableReader(lake, snapshot, lookups.value());
            return List.of(reader.read(StarPlan.sync(unit.table()), unit.keys())).iterator();
        }
    }
}
