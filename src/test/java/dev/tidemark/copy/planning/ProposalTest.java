package dev.tidemark.copy.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.config.CopySettings;
import dev.tidemark.config.SettingSources;
import dev.tidemark.config.SettingsLoader;
import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.target.TargetTypes;
import dev.tidemark.copy.value.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The proposal for a configuration file is one, and warns of what its reader has to know. */
class ProposalTest {
    private static final TargetTypes TYPES = new TargetTypes(ProposalTest::typeFor, ProposalTest::held, 63);

    @TempDir
    private Path folder;

    @Test
    void itNamesEveryTableAndColumnWithItsTypeAndWhy() throws IOException {
        TableShape artist = table(
                "Artist", List.of("ArtistId"), List.of(),
                column("ArtistId", "INTEGER"), column("FullName", "NVARCHAR(9)"));
        String text = proposal(artist, row(1L, "AC/DC"), row(2L, null), row(3L, "Żółw"));
        CopySettings.Table table = parsed(text).tables().get("Artist");
        assertEquals(Optional.of("artist"), table.target());
        assertEquals(List.of("ArtistId", "FullName"), List.copyOf(table.columns().keySet()));
        assertEquals(
                new CopySettings.Column(false, Optional.of("full_name"), Optional.of("varchar(9)"), List.of()),
                table.columns().get("FullName"));
        assertTrue(text.contains("""
                  # 3 rows
                  Artist:
                    target: artist
                    # WARNING: 1 of its rows repeat the natural key [FullName], or have NULL in it
                    columns:
                      # declared INTEGER: 3 whole numbers
                      ArtistId: {to: artist_id, type: bigint}
                      # declared NVARCHAR(9): 2 texts, 1 NULL; the longest text has 5 characters
                      FullName: {to: full_name, type: "varchar(9)"}
                """), text);
        assertTrue(text.contains("(there are 1)"), text);
    }

    @Test
    void theEndsAreThoseThatItWasMadeFor() throws IOException {
        CopySettings copy = parsed(proposal(table("A", List.of("Id"), List.of(), column("Id", "INTEGER"))));
        assertEquals(Path.of("/data/my ${chinook}.db"), copy.source());
        assertEquals("jdbc:postgresql://localhost:5432/chinook", copy.target().url());
        assertEquals(folder.resolve("my ${chinook}.state.db"), copy.state());
    }

    @Test
    void valuesThatDoNotFitAreToldWithTheFirst() {
        String text = proposal(
                table("A", List.of("Id"), List.of(), column("Id", "INTEGER"), column("Name", "NVARCHAR(3)")),
                row(1L, "four"), row("x", "five5"));
        assertTrue(text.contains("# WARNING: 2 of its values do not fit into varchar(3), as "), text);
        assertTrue(text.contains("# WARNING: 1 of its values do not fit into bigint, as \"x\""), text);
    }

    @Test
    void aColumnWithoutATypeGetsThatOfItsValues() {
        String text = proposal(
                table(
                        "A", List.of("a"), List.of(),
                        column("a", ""), column("b", ""), column("c", ""), column("d", ""), column("e", "")),
                row(1L, 1.5, "x", new byte[] {1}, 1L), row(2L, 2L, "y", new byte[] {2}, "x"));
        assertTrue(text.contains("a: {to: a, type: bigint}"), text);
        assertTrue(text.contains("b: {to: b, type: \"double precision\"}"), text);
        assertTrue(text.contains("c: {to: c, type: text}"), text);
        assertTrue(text.contains("d: {to: d, type: bytea}"), text);
        assertTrue(text.contains("# declares no type: 1 whole number, 1 text;"), text);
        assertTrue(text.contains("e: {to: e, type: text}"), text);
    }

    @Test
    void aTableWhoseRowsNothingTellsApartIsLeftOut() throws IOException {
        TableShape noKey = table("Log", List.of(), List.of(), column("Line", "TEXT"), column("Code", "TEXT"));
        String repeats = proposal(noKey, row("x", "a"), row("y", "a"), row("z", "b"));
        assertTrue(parsed(repeats).tables().get("Log").skip());
        assertTrue(repeats.contains("# WARNING: there is no primary key, and nothing tells the rows apart;"), repeats);
        assertTrue(repeats.contains("# WARNING: 1 of its rows repeat the natural key [Code]"), repeats);
        String differs = proposal(noKey, row("x", "a"), row("x", "b"));
        assertFalse(parsed(differs).tables().get("Log").skip());
        assertEquals(List.of("Code"), parsed(differs).tables().get("Log").naturalKey());
        assertTrue(differs.contains("# WARNING: there is no primary key; the natural key below"), differs);
    }

    @ParameterizedTest
    @CsvSource({"FirstName Email, Email", "Title Name, Name", "FirstName LastName PostalCode Address, ", "Notes, "})
    void aNaturalKeyIsProposedByItsName(String columns, String expected) {
        List<ColumnShape> shapes = Stream.concat(
                        Stream.of(column("Id", "INTEGER")),
                        Arrays.stream(columns.split(" ")).map(name -> column(name, "TEXT")))
                .toList();
        TableShape shape = new TableShape("A", shapes, List.of("Id"), List.of(), List.of(), List.of());
        assertEquals(expected == null ? List.of() : List.of(expected), TableFacts.order(shape));
        assertEquals(
                expected != null,
                proposal(shape).contains("    # With keys: assign, natural-key: [" + expected + "]\n"));
    }

    @Test
    void aDeclaredKeyIsTheNaturalKey() {
        TableShape shape = table(
                "A", List.of("Id"), List.of(List.of("Place", "Number")), column("Id", "INTEGER"),
                column("Place", "TEXT"), column("Number", "INTEGER"), column("Name", "TEXT"));
        assertEquals(List.of("Place", "Number"), TableFacts.order(shape));
        TableShape pairs = table("B", List.of("a", "b"), List.of(), column("a", "INTEGER"), column("b", "INTEGER"));
        assertEquals(List.of("a", "b"), TableFacts.order(pairs));
    }

    @Test
    void namesThatAreTheSameOrTooLongAreTold() throws IOException {
        String text = proposal(table(
                "A", List.of("FullName"), List.of(), column("FullName", "TEXT"), column("full_name", "TEXT"),
                column("x".repeat(64), "TEXT")));
        assertTrue(text.contains("# WARNING: another column gets the name full_name too\n"), text);
        assertTrue(text.contains("# WARNING: the name has 64 bytes, and the target takes 63 at most"), text);
        assertEquals(Optional.of("full_name_2"), parsed(text).tables().get("A").columns().get("full_name").to());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x\"; DROP TABLE y; --", "a\nb: c", "# no", "${HOME}", "{a: b}", "a\\b", "'", " ", "null", "~", "true", "012",
        "名前", "\uD83D\uDE00", "\u0085", "- a", "a.b", "&a", "*a", "!a", "%"
    })
    void anyNameStaysWhatItIs(String name) throws IOException {
        TableShape shape = table(name, List.of(name), List.of(), column(name, "TEXT"));
        CopySettings.Table table = parsed(proposal(shape, row("v"))).tables().get(name);
        assertEquals(List.of(name), List.copyOf(table.columns().keySet()));
        assertEquals(Optional.of(Naming.of(CopySettings.Names.SNAKE_CASE, name)), table.columns().get(name).to());
    }

    private static String proposal(TableShape shape, Object[]... rows) {
        TableFacts facts = TableFacts.of(shape, TYPES, Arrays.asList(rows).iterator());
        return Proposal.of(
                Path.of("/data/my ${chinook}.db"), "jdbc:postgresql://localhost:5432/chinook", TYPES, List.of(facts));
    }

    private CopySettings parsed(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("copy.yml"), text);
        return SettingsLoader.load(new SettingSources(Map.of(), Map.of(), Optional.of(file))).copy().orElseThrow();
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static TableShape table(
            String name, List<String> primaryKey, List<List<String>> uniques, ColumnShape... columns) {
        return new TableShape(name, List.of(columns), primaryKey, uniques, List.of(), List.of());
    }

    private static ColumnShape column(String name, String type) {
        return new ColumnShape(name, type, false, ColumnShape.Origin.GIVEN, null);
    }

    private static String typeFor(String declared, boolean indexed) {
        return switch (declared.toUpperCase(Locale.ROOT)) {
            case "INTEGER" -> "bigint";
            case "REAL" -> "double precision";
            case "BLOB" -> "bytea";
            case "TEXT", "" -> "text";
            default -> declared.toLowerCase(Locale.ROOT).replace("nvarchar", "varchar");
        };
    }

    private static Optional<ColumnType> held(String type) {
        return Optional.of(switch (type) {
            case "bigint" -> new ColumnType.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
            case "double precision" -> new ColumnType.Floating(false);
            case "bytea" -> new ColumnType.Bytes(0);
            case "text" -> new ColumnType.Text(0, 0, false);
            default -> new ColumnType.Text(Integer.parseInt(type.replaceAll("\\D", "")), 0, false);
        });
    }
}
