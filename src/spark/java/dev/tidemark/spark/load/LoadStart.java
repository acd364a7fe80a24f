package dev.tidemark.spark.load;

import dev.tidemark.run.Counts;
import dev.tidemark.spark.lake.Version;
import dev.tidemark.star.load.TableResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows that a load starts from, before it brings them to the state of one snapshot. */
sealed interface LoadStart {
    /** The command of a load that starts so. */
    String command();

    /** The rows. */
    Base base();

    /** Notes for the user, one sentence each. */
    List<String> notes();

    /**
     * The results of the load.
     *
     * @param before the version that was current; empty before the first load
     * @param tables the tables in the state of the snapshot, by name
     */
    List<TableResult> results(Optional<Version> before, Map<String, CatchUp.Level> tables);

    /** The number of rows that a load deleted and did not write again. */
    long gone(Counts counts);

    /** A full load starts from rows that were just read; {@code reads} has one for each unit. */
    record ReadAnew(Base base, List<UnitRead> reads) implements LoadStart {
        @Override
        public String command() {
            return "full-load";
        }

        @Override
        public List<String> notes() {
            return reads.stream().flatMap(read -> read.notes().stream()).distinct().toList();
        }

        /** Every table was filled anew. Times are those of the tasks, one after the other. */
        @Override
        public List<TableResult> results(Optional<Version> before, Map<String, CatchUp.Level> tables) {
            return tables.entrySet().stream()
                    .map(table -> {
                        List<UnitRead> own =
                                reads.stream().filter(read -> read.table().equals(table.getKey())).toList();
                        Counts counts = new Counts(
                                own.stream().mapToLong(UnitRead::rows).sum(),
                                table.getValue().rows(),
                                0,
                                before.map(known -> known.rows(table.getKey())).orElse(0L),
                                0);
                        return new TableResult(
                                table.getKey(), counts, own.stream().mapToLong(UnitRead::milliseconds).sum());
                    })
                    .toList();
        }

        @Override
        public long gone(Counts counts) {
            return Math.max(0, counts.deleted() - counts.inserted());
        }
    }

    /** An incremental starts from the rows of the current version. */
    record OfVersion(Base base) implements LoadStart {
        @Override
        public String command() {
            return "incremental";
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public List<TableResult> results(Optional<Version> before, Map<String, CatchUp.Level> tables) {
            return tables.entrySet().stream()
                    .map(table -> new TableResult(table.getKey(), table.getValue().counts(), 0))
                    .toList();
        }

        @Override
        public long gone(Counts counts) {
            return counts.deleted();
        }
    }
}
