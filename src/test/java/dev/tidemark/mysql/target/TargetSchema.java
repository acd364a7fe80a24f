package dev.tidemark.mysql.target;

import dev.tidemark.config.CopySettings;
import dev.tidemark.config.Secret;
import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.target.TableWriter;
import dev.tidemark.copy.target.TableWriter.Placed;
import dev.tidemark.copy.target.TableWriter.Refused;
import dev.tidemark.copy.target.TableWriter.RowOutcome;
import dev.tidemark.copy.target.TableWriter.RowToWrite;
import dev.tidemark.copy.target.TableWriter.Written;
import dev.tidemark.copy.value.RowKey;
import dev.tidemark.support.SourceServer;
import dev.tidemark.support.SourceServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A schema of its own on the tests' server, and what a test does with it. */
final class TargetSchema implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final SourceServer server = SourceServers.own();
    final String name = "copy_target_" + NUMBER.incrementAndGet();
    final MysqlTarget target;

    TargetSchema(String... statements) {
        onServer("DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        run(statements);
        target = as(server.username(), server.password());
    }

    /** The target as another user sees it. */
    MysqlTarget as(String username, String password) {
        return new MysqlTarget(settings(server.url(name), username, password), 1_000);
    }

    static CopySettings.Target settings(String url, String username, String password) {
        return new CopySettings.Target(
                CopySettings.Target.Kind.MYSQL,
                url + "?allowPublicKeyRetrieval=true",
                username,
                new Secret(password),
                Duration.ofSeconds(20),
                Optional.empty(),
                Optional.empty());
    }

    void run(String... statements) {
        run(name, statements);
    }

    void onServer(String... statements) {
        run("", statements);
    }

    private void run(String schema, String... statements) {
        try (Connection connection = server.connect(schema);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The rows of a query, values parted by bars. */
    List<String> read(String query) {
        try (Connection connection = server.connect(name);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                StringJoiner values = new StringJoiner("|");
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    values.add(row.getString(column));
                }
                rows.add(values.toString());
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The table as a copy with kept keys sees it. */
    CopyTable kept(String table) {
        return table(table, List.of(), false);
    }

    /** The table as a copy with assigned ids sees it. */
    CopyTable assigned(String table, String... naturalKey) {
        return table(table, List.of(naturalKey), true);
    }

    private CopyTable table(String wanted, List<String> naturalKey, boolean assigned) {
        Map<String, TableShape> shapes = new TreeMap<>();
        target.tables().forEach(shape -> shapes.put(shape.name(), shape));
        TableShape shape = shapes.get(wanted);
        List<String> names = shape.columns().stream().map(ColumnShape::name).toList();
        List<Integer> key = positions(names, shape.primaryKey());
        List<CopyReference> references = shape.references().stream()
                .map(reference -> new CopyReference(
                        positions(names, reference.columns()),
                        reference.parent(),
                        positions(
                                shapes.get(reference.parent()).columns().stream()
                                        .map(ColumnShape::name)
                                        .toList(),
                                reference.parentColumns()),
                        true))
                .toList();
        return new CopyTable(
                wanted,
                wanted,
                shape.columns().stream()
                        .map(column -> new CopyColumn(
                                column.name(),
                                column.name(),
                                target.typeOf(column).orElseThrow(),
                                column.type(),
                                column.required(),
                                List.of()))
                        .toList(),
                key,
                assigned ? positions(names, naturalKey) : key,
                shape.uniques().stream().map(unique -> positions(names, unique)).toList(),
                assigned ? positions(names, naturalKey) : key,
                assigned ? OptionalInt.of(key.getFirst()) : OptionalInt.empty(),
                OptionalInt.empty(),
                references,
                shape.columns().stream()
                        .filter(column -> column.origin() == ColumnShape.Origin.NUMBERED)
                        .map(ColumnShape::name)
                        .findFirst()
                        .orElse(null));
    }

    /** The table with a reference that the target does not enforce, from the column at this position. */
    CopyTable withReference(CopyTable table, String parent, int position) {
        return new CopyTable(
                table.source(),
                table.target(),
                table.columns(),
                table.key(),
                table.targetKey(),
                table.uniques(),
                table.naturalKey(),
                table.assigned(),
                table.changedAt(),
                List.of(new CopyReference(List.of(position), parent, List.of(0), false)),
                table.numbered());
    }

    private static List<Integer> positions(List<String> names, List<String> wanted) {
        return wanted.stream().map(names::indexOf).toList();
    }

    /** A row that is written with its key, whose values are all those of its columns. */
    static RowToWrite keyed(CopyTable table, boolean known, Object... values) {
        List<Object> key = table.targetKey().stream().map(at -> values[at]).toList();
        return new RowToWrite(RowKey.of(key), key, known, values);
    }

    /** A row whose key the target gives; its first value is the source's. */
    static RowToWrite unkeyed(Object... values) {
        return new RowToWrite(RowKey.of(List.of(values[0])), null, false, values);
    }

    /** A row that is known to be the target's with this id; its first value is the source's. */
    static RowToWrite known(long id, Object... values) {
        return new RowToWrite(RowKey.of(List.of(values[0])), List.of(id), true, values);
    }

    /**
     * What became of rows.
     *
     * @param placed the ids by the source's keys
     * @param refused the reasons by the source's keys
     */
    record Result(Map<String, Object> placed, Map<String, String> refused, Written written) {}

    /** Writes rows in one transaction and commits it. */
    Result write(CopyTable table, Existing existing, RowToWrite... rows) {
        return write(target, table, existing, rows);
    }

    static Result write(MysqlTarget target, CopyTable table, Existing existing, RowToWrite... rows) {
        try (var transaction = target.begin(List.of())) {
            TableWriter writer = transaction.writer(table, existing, keys -> Set.of());
            Map<String, Object> placed = new TreeMap<>();
            Map<String, String> refused = new TreeMap<>();
            var note = new Object() {
                void outcome(RowOutcome outcome) {
                    String key = RowKey.text(outcome.sourceKey());
                    Object before = switch (outcome) {
                        case Placed row -> placed.put(key, row.targetKey().getFirst());
                        case Refused row -> refused.put(key, row.reason());
                    };
                    if (before != null) {
                        throw new AssertionError("Two outcomes for " + key);
                    }
                }
            };
            writer.put(List.of(rows), note::outcome);
            writer.check(note::outcome);
            writer.merge(note::outcome);
            transaction.commit();
            return new Result(placed, refused, writer.written());
        }
    }

    @Override
    public void close() {
        target.close();
        onServer("DROP DATABASE " + name);
    }
}
