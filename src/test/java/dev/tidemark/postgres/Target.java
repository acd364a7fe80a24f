package dev.tidemark.postgres;

import dev.tidemark.config.CopySettings;
import dev.tidemark.config.Secret;
import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.shape.ColumnShape.Origin;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.target.CopyTransaction;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.target.CopyTransaction.Owned;
import dev.tidemark.copy.target.TableWriter;
import dev.tidemark.copy.target.TableWriter.Placed;
import dev.tidemark.copy.target.TableWriter.Refused;
import dev.tidemark.copy.target.TableWriter.RowOutcome;
import dev.tidemark.copy.target.TableWriter.RowToWrite;
import dev.tidemark.copy.target.TableWriter.Written;
import dev.tidemark.copy.value.RowKey;
import dev.tidemark.support.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A database with tables for a test, and the adapter under test on it. */
final class Target implements AutoCloseable {
    /** No row of the target belongs to another row of the source. */
    static final Owned NOBODY = keys -> Set.of();

    final EmbeddedPostgres database = EmbeddedPostgres.create();
    final PostgresTarget adapter;

    /** A target whose tables these statements create. */
    Target(String... statements) {
        database.run(statements);
        adapter = new PostgresTarget(settings(database, EmbeddedPostgres.ADMINISTRATOR, ""), 100);
    }

    static CopySettings.Target settings(EmbeddedPostgres database, String user, String password) {
        return new CopySettings.Target(
                CopySettings.Target.Kind.POSTGRESQL, database.url(), user, new Secret(password),
                Duration.ofMinutes(1), Optional.empty(), Optional.empty());
    }

    /** The plan of a table as the catalog describes it, with kept keys. */
    CopyTable kept(String name) {
        return plan(name, List.of());
    }

    /** The plan of a table whose ids the target gives, found by these columns. */
    CopyTable assigned(String name, String... naturalKey) {
        return plan(name, List.of(naturalKey));
    }

    private CopyTable plan(String name, List<String> naturalKey) {
        List<TableShape> tables = adapter.tables();
        TableShape table = shape(tables, name);
        List<Integer> primary = positions(table, table.primaryKey());
        boolean assigns = !naturalKey.isEmpty();
        List<Integer> targetKey = assigns ? positions(table, naturalKey) : primary;
        return new CopyTable(
                name,
                name,
                table.columns().stream()
                        .map(column -> new CopyColumn(
                                column.name(), column.name(), adapter.typeOf(column).orElseThrow(), column.type(),
                                column.required(), List.of()))
                        .toList(),
                primary,
                targetKey,
                table.uniques().stream().map(unique -> positions(table, unique)).toList(),
                targetKey,
                assigns ? OptionalInt.of(primary.getFirst()) : OptionalInt.empty(),
                OptionalInt.empty(),
                table.references().stream()
                        .map(reference -> new CopyReference(
                                positions(table, reference.columns()), reference.parent(),
                                positions(shape(tables, reference.parent()), reference.parentColumns()), true))
                        .toList(),
                table.columns().stream()
                        .filter(column -> column.origin() == Origin.NUMBERED
                                || column.origin() == Origin.ALWAYS_NUMBERED)
                        .findFirst()
                        .map(column -> column.name())
                        .orElse(null));
    }

    private static TableShape shape(List<TableShape> tables, String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<Integer> positions(TableShape table, List<String> names) {
        return names.stream()
                .map(name -> IntStream.range(0, table.columns().size())
                        .filter(index -> table.columns().get(index).name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** What became of the rows of one table. */
    record Result(Map<String, String> refused, Map<String, Object> placed, Written written) {}

    /** Brings rows whose source key is their first value into one table, and commits. */
    Result write(CopyTable table, Existing existing, RowToWrite... rows) {
        try (CopyTransaction transaction = adapter.begin(List.of(table))) {
            TableWriter writer = transaction.writer(table, existing, NOBODY);
            Result result = write(writer, rows);
            transaction.commit();
            return result;
        }
    }

    static Result write(TableWriter writer, RowToWrite... rows) {
        List<RowOutcome> outcomes = new ArrayList<>();
        for (RowToWrite row : rows) {
            writer.put(List.of(row), outcomes::add);
        }
        writer.check(outcomes::add);
        writer.merge(outcomes::add);
        return new Result(refused(outcomes), placed(outcomes), writer.written());
    }

    static Map<String, String> refused(List<RowOutcome> outcomes) {
        Map<String, String> refused = new TreeMap<>();
        outcomes.forEach(outcome -> {
            if (outcome instanceof Refused row) {
                refused.put(RowKey.text(row.sourceKey()), row.reason());
            }
        });
        return refused;
    }

    private static Map<String, Object> placed(List<RowOutcome> outcomes) {
        Map<String, Object> placed = new TreeMap<>();
        outcomes.forEach(outcome -> {
            if (outcome instanceof Placed row) {
                placed.put(RowKey.text(row.sourceKey()), row.targetKey().getFirst());
            }
        });
        return placed;
    }

    /** A row that is new to the copy and keeps its key. */
    static RowToWrite fresh(Object... values) {
        return row(false, values);
    }

    /** A row that the copy brought before. */
    static RowToWrite known(Object... values) {
        return row(true, values);
    }

    private static RowToWrite row(boolean known, Object... values) {
        return new RowToWrite(RowKey.of(Arrays.asList(values[0])), List.of(values[0]), known, values);
    }

    /** A row whose id the target is to give; the first value is the source's. */
    static RowToWrite numbered(Object... values) {
        return new RowToWrite(RowKey.of(Arrays.asList(values[0])), null, false, values);
    }

    /** A row that was placed under this id before. */
    static RowToWrite placedBefore(long id, Object... values) {
        return new RowToWrite(RowKey.of(Arrays.asList(values[0])), List.of(id), true, values);
    }

    @Override
    public void close() {
        adapter.close();
        database.close();
    }
}
