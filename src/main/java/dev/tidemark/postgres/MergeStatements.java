package dev.tidemark.postgres;

import static dev.tidemark.postgres.StagedTable.GOOD;

import dev.tidemark.copy.value.ColumnType;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that merge staged rows into their table.
 *
 * @param staged the rows
 * @param chosen the condition on s of those that are merged
 */
record MergeStatements(StagedTable staged, String chosen) {
    /** With fewer characters, random ones would not be apart for sure. */
    private static final int SHORTEST_TEXT = 4;

    private static final int ENOUGH_CHARACTERS = 8;

    /** A random character for private use, which no text of others has. */
    private static final String RANDOM_CHARACTER = "chr(57344 + (random() * 6399)::int)";

    /** The statements for all good rows. */
    static MergeStatements ofAll(StagedTable staged) {
        return new MergeStatements(staged, GOOD);
    }

    /** The number of good rows that are in the target and not known to come from the source. */
    String countAdopted() {
        return "SELECT count(*) FROM " + staged.quotedName() + " s JOIN " + target().name() + " t ON " + staged.same()
                + " WHERE " + chosen + " AND NOT s.known";
    }

    /** Changes the rows that are in the target and differ; empty where there is nothing to change. */
    Optional<String> update() {
        List<Integer> columns = target().positions().stream()
                .filter(position -> !target().identity().contains(position) || isBytewise(position))
                .toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        String assignments = columns.stream()
                .map(position -> target().column(position) + " = " + staged.value(position))
                .collect(Collectors.joining(", "));
        String differences = columns.stream().map(this::differs).collect(Collectors.joining(" OR "));
        return Optional.of("UPDATE " + target().name() + " t SET " + assignments + " FROM " + staged.quotedName()
                + " s WHERE " + chosen + " AND " + staged.same() + " AND (" + differences + ")");
    }

    // Text differs byte by byte, whatever the column's collation or type, such as citext, takes for equal.
    private boolean isBytewise(int position) {
        return target().type(position) instanceof ColumnType.Text text && !text.padded();
    }

    private String differs(int position) {
        return isBytewise(position)
                ? "t." + target().column(position) + "::text IS DISTINCT FROM s." + StagedTable.text(position)
                        + " COLLATE \"C\""
                : "t." + target().column(position) + " IS DISTINCT FROM " + staged.value(position);
    }

    /** Inserts all good rows into an empty table. */
    String insertAll() {
        return insert(target().positions(), chosen);
    }

    /** Inserts the good rows that are not in the target and have an identity. */
    String insertMissing() {
        return insert(
                target().positions(),
                chosen + " AND " + StagedTable.present(target().identity()) + " AND NOT EXISTS (SELECT 1 FROM "
                        + target().name() + " t WHERE " + staged.same() + ")");
    }

    /** Inserts the good rows whose ids the target is to give. */
    String insertNumbered() {
        int id = target().identity().getFirst();
        return insert(
                target().positions().stream().filter(position -> position != id).toList(),
                chosen + " AND s." + StagedTable.text(id) + " IS NULL");
    }

    private String insert(List<Integer> columns, String condition) {
        String names = columns.stream().map(target()::column).collect(Collectors.joining(", "));
        return "INSERT INTO " + target().name() + " (" + names + ") OVERRIDING SYSTEM VALUE SELECT "
                + staged.values(columns) + " FROM " + staged.quotedName() + " s WHERE " + condition;
    }

    /** The source keys and the ids of rows that came without an id: found by natural key where the target just gave it. */
    String placed() {
        int id = target().identity().getFirst();
        String given = "s." + StagedTable.text(id);
        return "SELECT s.source_key, coalesce(" + given + ", t." + target().column(id) + "::text) FROM "
                + staged.quotedName() + " s LEFT JOIN " + target().name() + " t ON " + given + " IS NULL AND "
                + target().equal(target().table().naturalKey(), staged::value)
                + " WHERE s.awaited AND (" + GOOD + " OR s.bad = '' AND " + given + " IS NOT NULL)";
    }

    /**
     * Statements of which each moves values of a key out of the way that other staged rows are to get: all rows that hold
     * them will be changed, but the server compares row by row. The server may refuse one, because of a CHECK, a foreign
     * key, or NULLs that are not distinct; the likeliest to do comes first. Empty where no column has room for such values.
     */
    List<String> parks(List<Integer> key) {
        List<Integer> movable = key.stream()
                .filter(position -> !target().identity().contains(position))
                .sorted(Comparator.comparing(this::isReference))
                .toList();
        return Stream.concat(
                        movable.stream()
                                .filter(position -> !target().table().columns().get(position).required())
                                .map(position -> park(key, position, "NULL")),
                        movable.stream()
                                .flatMap(position -> apart(position).map(value -> park(key, position, value)).stream()))
                .toList();
    }

    private boolean isReference(int position) {
        return target().table().references().stream().anyMatch(reference -> reference.columns().contains(position));
    }

    private String park(List<Integer> key, int position, String value) {
        return "UPDATE " + target().name() + " t SET " + target().column(position) + " = " + value + " FROM "
                + staged.quotedName() + " s WHERE " + moving(key);
    }

    /** Whether staged rows are to get a key that other rows hold. */
    String moves(List<Integer> key) {
        return "SELECT EXISTS (SELECT 1 FROM " + target().name() + " t, " + staged.quotedName() + " s WHERE "
                + moving(key) + ")";
    }

    private String moving(List<Integer> key) {
        return GOOD + " AND " + target().equal(key, staged::value) + " AND (" + staged.same() + ") IS NOT TRUE";
    }

    // A value that no row has or is to get: beyond all others, or random.
    private Optional<String> apart(int position) {
        String column = "t." + target().column(position);
        return Optional.ofNullable(switch (target().type(position)) {
            case ColumnType.Whole whole -> column + " + " + distance(position, "::numeric", " + 1");
            case ColumnType.Decimal decimal -> column + " + " + distance(position, "", " + 1");
            case ColumnType.Day day -> column + " + " + distance(position, "", " + 1");
            case ColumnType.Moment moment -> column + " + " + distance(position, "", " + interval '1 day'");
            case ColumnType.Uuid uuid -> "gen_random_uuid()";
            case ColumnType.Text text when text.mostCharacters() == 0 || text.mostCharacters() >= SHORTEST_TEXT ->
                    String.join(" || ", Collections.nCopies(characters(text), RANDOM_CHARACTER));
            case ColumnType.Bytes bytes -> "uuid_send(gen_random_uuid())";
            default -> null;
        });
    }

    private static int characters(ColumnType.Text text) {
        return text.mostCharacters() == 0 ? ENOUGH_CHARACTERS : Math.min(text.mostCharacters(), ENOUGH_CHARACTERS);
    }

    private String distance(int position, String cast, String step) {
        String column = target().column(position);
        return "(SELECT max(v" + cast + ") - min(v" + cast + ")" + step + " FROM (SELECT " + column + " FROM "
                + target().name() + " UNION ALL SELECT " + staged.value(position) + " FROM " + staged.quotedName()
                + " s) AS held(v))";
    }

    private TargetTable target() {
        return staged.target();
    }
}
