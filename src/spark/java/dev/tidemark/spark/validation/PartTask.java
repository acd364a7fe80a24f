package dev.tidemark.spark.validation;

import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.source.Snapshot;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.load.SourceLogin;
import dev.tidemark.spark.load.StarPlan;
import dev.tidemark.validation.TableCheck;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Compares a part on an executor, over a connection of its own. */
record PartTask(SourceLogin login, LakeFolder lake, Broadcast<Sides> sides)
        implements FlatMapFunction<Part, TableCheck> {
    @Override
    public Iterator<TableCheck> call(Part part) {
        try (SourceDatabase source = login.open(); Snapshot snapshot = source.snapshot()) {
            PartComparison comparison = new PartComparison(lake, snapshot, sides.value());
            return List.of(comparison.check(StarPlan.sync(part.table()), part)).iterator();
        }
    }
}
