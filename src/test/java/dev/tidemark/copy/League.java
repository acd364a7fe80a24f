package dev.tidemark.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A source of a test, and random changes of it: an application leaves orphans and values that fit no type, uses ids
 * again and swaps names. Its tables refer to each other in circles.
 */
public final class League {
    private static final int IDS = 14;
    private static final int MANY_IDS = 400;

    private static final String[] SCHEMA = {
        "CREATE TABLE Team (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL UNIQUE, LeadId INTEGER REFERENCES Player (Id))",
        "CREATE TABLE Player (Id INTEGER PRIMARY KEY, Nick VARCHAR(12) NOT NULL UNIQUE,"
                + " TeamId INTEGER REFERENCES Team (Id), MentorId INTEGER REFERENCES Player (Id),"
                + " Fee NUMERIC(8,2), Born DATE, Note TEXT)",
        "CREATE TABLE Match (Home INTEGER NOT NULL REFERENCES Team (Id), Guest INTEGER NOT NULL REFERENCES Team (Id),"
                + " Day DATE NOT NULL, Goals INTEGER, PRIMARY KEY (Home, Guest, Day))",
    };
    private static final List<String> KEPT = List.of(
            "SELECT * FROM team ORDER BY id",
            "SELECT * FROM player ORDER BY id",
            "SELECT * FROM game ORDER BY home, guest, day");
    // Ids are the target's own: names stand for them.
    private static final List<String> ASSIGNED = List.of(
            "SELECT t.name, p.nick FROM team t LEFT JOIN player p ON p.id = t.lead_id ORDER BY t.name",
            "SELECT p.nick, t.name, m.nick, p.fee, p.born, p.note FROM player p LEFT JOIN team t ON t.id = p.team_id"
                    + " LEFT JOIN player m ON m.id = p.mentor_id ORDER BY p.nick",
            "SELECT h.name, g.name, x.day, x.goals FROM game x JOIN team h ON h.id = x.home"
                    + " JOIN team g ON g.id = x.guest ORDER BY h.name, g.name, x.day");

    private final SqliteFile source;
    private final Random random;
    private int ids = IDS;

    /** An empty league in a new file; {@code random} chooses its changes. */
    public League(Path file, Random random) {
        this.source = new SqliteFile(file);
        this.random = random;
        source.run(SCHEMA);
    }

    /** Fills it with so many rows that the state knows them in several ranges. Changes concern all of them then. */
    public void fill() {
        ids = MANY_IDS;
        String numbers = "WITH RECURSIVE id (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM id WHERE n < " + MANY_IDS + ") ";
        source.run(
                "INSERT INTO Team " + numbers + "SELECT n, 'team ' || n, n FROM id WHERE n % 2 = 0",
                "INSERT INTO Player " + numbers + "SELECT n, 'nick ' || n, n - n % 2, NULL, n / 4.0, '1990-05-06', NULL"
                        + " FROM id WHERE n % 3 <> 0",
                "INSERT INTO Match " + numbers + "SELECT n, 2, '2024-01-01', n FROM id WHERE n % 2 = 0");
    }

    /** The file. */
    public SqliteFile source() {
        return source;
    }

    /** Settings of a copy of it that carries over all that can be. */
    public static String settings(boolean assigns, boolean byTable) {
        return """
                bad-rows: reject
                max-deletes: 100%%
                keys: %s
                commit: %s
                tables:
                  Match: {target: game}
                """.formatted(assigns ? "assign" : "keep", byTable ? "table" : "run");
    }

    /** What a target holds, without regard to ids that it gave. */
    public static List<String> content(TargetDatabase target, boolean assigns) {
        return (assigns ? ASSIGNED : KEPT)
                .stream().map(query -> query + "\n" + String.join("\n", target.texts(query))).toList();
    }

    /** Fails unless the target holds what a full load into the empty target of {@code fresh} brings there. */
    public static void requireLevel(CopyJob job, CopyJob fresh, boolean assigns, Supplier<String> told) {
        fresh.cli().succeed("init");
        int exitCode = fresh.cli().run("full-load").exitCode();
        assertEquals(true, exitCode == 0 || exitCode == 7, "the fresh full-load exits with " + exitCode);
        assertEquals(
                String.join("\n", content(fresh.target(), assigns)),
                String.join("\n", content(job.target(), assigns)),
                () -> "after\n" + told.get() + "\nleft out\n" + leftOut(job) + "\nleft out of the fresh one\n"
                        + leftOut(fresh));
    }

    /** Makes some changes; returns their statements. */
    public List<String> change(int count) {
        List<String> told = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            statements().forEach(statement -> {
                told.add(statement);
                source.run(statement);
            });
        }
        return told;
    }

    private static String leftOut(CopyJob some) {
        return String.join("\n", new SqliteFile(some.state()).texts(
                "SELECT t.table_name, hex(r.source_key), r.reason FROM copy_row r JOIN copy_table t ON t.id = r.table_id"
                        + " WHERE r.status <> 0 ORDER BY 1, 2"));
    }

    private List<String> statements() {
        int kind = random.nextInt(16);
        return kind == 13 ? swap("Team", "Name") : kind == 14 ? swap("Player", "Nick") : List.of(statement(kind));
    }

    private String statement(int kind) {
        return switch (kind) {
            case 0, 1 -> "INSERT OR REPLACE INTO Team VALUES (%d, '%s', %s)".formatted(id(), name(), maybe());
            case 2, 3, 4 -> "INSERT OR REPLACE INTO Player VALUES (%d, '%s', %s, %s, %s, %s, %s)"
                    .formatted(id(), name(), maybe(), maybe(), fee(), born(), note());
            case 5, 6 -> "INSERT OR REPLACE INTO Match VALUES (%d, %d, '2024-0%d-01', %d)"
                    .formatted(id(), id(), 1 + random.nextInt(3), random.nextInt(9));
            case 7 -> "DELETE FROM Team WHERE Id = " + id();
            case 8 -> "DELETE FROM Player WHERE Id = " + id();
            case 9 -> "DELETE FROM Match WHERE Home = " + id();
            case 10 -> "UPDATE Player SET Fee = %s, Note = %s WHERE Id = %d".formatted(fee(), note(), id());
            case 11 -> "UPDATE OR IGNORE Player SET Id = %d WHERE Id = %d".formatted(id(), id());
            case 12 -> "UPDATE Player SET MentorId = %s, TeamId = %s WHERE Id = %d".formatted(maybe(), maybe(), id());
            default -> "UPDATE OR IGNORE Team SET Name = '%s', LeadId = %s WHERE Id = %d"
                    .formatted(name(), maybe(), id());
        };
    }

    // Two rows exchange a unique value, over a third one that nobody has.
    private List<String> swap(String table, String column) {
        List<String> two = source.texts("SELECT Id, " + column + " FROM " + table + " ORDER BY random() LIMIT 2");
        if (two.size() < 2) {
            return List.of();
        }
        String[] first = two.get(0).split("\\|", 2);
        String[] second = two.get(1).split("\\|", 2);
        String update = "UPDATE " + table + " SET " + column + " = '%s' WHERE Id = %s";
        return List.of(
                update.formatted("away", first[0]),
                update.formatted(first[1], second[0]),
                update.formatted(second[1], first[0]));
    }

    private int id() {
        return 1 + random.nextInt(ids);
    }

    private String maybe() {
        return random.nextInt(3) == 0 ? "NULL" : Integer.toString(id());
    }

    private String name() {
        return "n" + random.nextInt(20);
    }

    private String fee() {
        return switch (random.nextInt(8)) {
            case 0 -> "'much'";
            case 1 -> "NULL";
            case 2 -> "12.345";
            case 3 -> "'17.50'";
            default -> "%d.%d".formatted(random.nextInt(900), random.nextInt(99));
        };
    }

    private String born() {
        return switch (random.nextInt(6)) {
            case 0 -> "NULL";
            case 1 -> "'2023-02-30'";
            case 2 -> "'1990-05-06 00:00:00'";
            default -> "'19%d-0%d-1%d'".formatted(70 + random.nextInt(30), 1 + random.nextInt(9), random.nextInt(10));
        };
    }

    private String note() {
        return switch (random.nextInt(7)) {
            case 0 -> "NULL";
            case 1 -> "x'00ff'";
            case 2 -> "CAST(x'ff61' AS TEXT)";
            case 3 -> "char(97, 0, 98)";
            case 4 -> "42";
            default -> "'it''s \"fine\" \\ " + random.nextInt(100) + "'";
        };
    }
}
