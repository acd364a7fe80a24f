package dev.tidemark.sqlite.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.ColumnShape.Origin;
import dev.tidemark.copy.shape.ReferenceShape;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.source.CopySnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as SQLite describes them. */
class SourceSchemaTest {
    @TempDir
    private Path folder;

    @Test
    void aTableWithEverything() {
        TableShape table = table(
                "t",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, name NVARCHAR(160) NOT NULL DEFAULT 'none', price NUMERIC(10,2),"
                        + " untyped, twice INT GENERATED ALWAYS AS (id * 2) VIRTUAL,"
                        + " kept TEXT AS (upper(name)) STORED, UNIQUE (name, price))",
                "CREATE UNIQUE INDEX by_price ON t (price DESC)",
                "CREATE INDEX by_name ON t (name COLLATE NOCASE, id)",
                "CREATE INDEX some ON t (price) WHERE price > 1",
                "CREATE UNIQUE INDEX few ON t (untyped) WHERE untyped > 1",
                "CREATE INDEX lower ON t (lower(name))");
        assertEquals(
                List.of(
                        new ColumnShape("id", "INTEGER", true, Origin.NUMBERED, null),
                        new ColumnShape("name", "NVARCHAR(160)", true, Origin.GIVEN, "'none'"),
                        new ColumnShape("price", "NUMERIC(10,2)", false, Origin.GIVEN, null),
                        new ColumnShape("untyped", "", false, Origin.GIVEN, null),
                        new ColumnShape("twice", "INT", false, Origin.COMPUTED, null),
                        new ColumnShape("kept", "TEXT", false, Origin.COMPUTED, null)),
                table.columns());
        assertEquals(List.of("id"), table.primaryKey());
        assertEquals(List.of(List.of("name", "price"), List.of("price")), table.uniques());
        assertEquals(List.of(List.of("name", "id")), table.indexes());
    }

    @Test
    void onlyAnIntegerPrimaryKeyIsNumbered() {
        assertEquals("id true NUMBERED", columns("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)"));
        assertEquals("id true NUMBERED", columns("CREATE TABLE t (id integer, PRIMARY KEY (id DESC))"));
        assertEquals("id false GIVEN", columns("CREATE TABLE t (id INTEGER PRIMARY KEY DESC)"));
        assertEquals("id false GIVEN", columns("CREATE TABLE t (id INT PRIMARY KEY)"));
        assertEquals("id true GIVEN", columns("CREATE TABLE t (id INTEGER PRIMARY KEY) WITHOUT ROWID"));
        assertEquals("id true GIVEN", columns("CREATE TABLE t (id TEXT PRIMARY KEY) STRICT"));
        assertEquals(
                "b true GIVEN, a true GIVEN", columns("CREATE TABLE t (b, a, PRIMARY KEY (a, b)) WITHOUT ROWID"));
        assertEquals("b false GIVEN, a false GIVEN", columns("CREATE TABLE t (b INTEGER, a, PRIMARY KEY (a, b))"));
        assertEquals("a false GIVEN", columns("CREATE TABLE t (a INTEGER)"));
    }

    @Test
    void aKeysColumnsComeInItsOrder() {
        TableShape table = table("t", "CREATE TABLE t (a, b, c, PRIMARY KEY (c, a), UNIQUE (b, a))");
        assertEquals(List.of("c", "a"), table.primaryKey());
        assertEquals(List.of(List.of("b", "a")), table.uniques());
    }

    @Test
    void referencesHaveTheNamesOfTheirParents() {
        TableShape table = table(
                "child",
                "CREATE TABLE Parent (Id INTEGER PRIMARY KEY, Code UNIQUE)",
                "CREATE TABLE Pair (a, b, PRIMARY KEY (b, a))",
                "CREATE TABLE child (id INTEGER PRIMARY KEY, p REFERENCES parent, q REFERENCES PARENT (code), x, y,"
                        + " boss REFERENCES child (id), gone REFERENCES missing, odd REFERENCES parent (none),"
                        + " FOREIGN KEY (x, y) REFERENCES Pair, FOREIGN KEY (x, y) REFERENCES Pair (a, b))");
        assertEquals(
                List.of(
                        new ReferenceShape(List.of("p"), "Parent", List.of("Id")),
                        new ReferenceShape(List.of("q"), "Parent", List.of("Code")),
                        new ReferenceShape(List.of("boss"), "child", List.of("id")),
                        new ReferenceShape(List.of("x", "y"), "Pair", List.of("b", "a")),
                        new ReferenceShape(List.of("x", "y"), "Pair", List.of("a", "b"))),
                table.references());
    }

    @Test
    void onlyTablesWithRowsOfTheirOwnCount() {
        SourceDatabase database = SourceDatabase.create(
                folder,
                "CREATE TABLE b (id INTEGER PRIMARY KEY AUTOINCREMENT)",
                "CREATE TABLE a (x)",
                "CREATE INDEX i ON a (x)",
                "ANALYZE",
                "CREATE VIEW v AS SELECT * FROM a",
                "CREATE VIEW broken AS SELECT * FROM gone",
                "CREATE VIRTUAL TABLE words USING fts5(word)",
                "CREATE TABLE sqliteish (x)");
        assertEquals(List.of("a", "b", "sqliteish"), names(database));
    }

    private static List<String> names(SourceDatabase database) {
        try (CopySnapshot snapshot = database.source().snapshot()) {
            return snapshot.tables().stream().map(TableShape::name).toList();
        }
    }

    private String columns(String create) {
        return table("t", "DROP TABLE IF EXISTS t", create).columns().stream()
                .map(column -> column.name() + " " + column.required() + " " + column.origin())
                .collect(Collectors.joining(", "));
    }

    private TableShape table(String name, String... statements) {
        SourceDatabase database = SourceDatabase.create(folder, statements);
        try (CopySnapshot snapshot = database.source().snapshot()) {
            return snapshot.tables().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        }
    }
}
