package dev.tidemark.copy.faults;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.TidemarkCli;
import java.nio.file.Path;
import java.util.List;

/**
 * A small copy: teams with their players, and places.
 *
 * @param job its job, whose first load is done
 */
record Teams(CopyJob job) implements AutoCloseable {
    private static final List<String> CONTENT = List.of(
            "SELECT t.name, p.nick FROM team t LEFT JOIN player p ON p.team_id = t.id ORDER BY 1, 2",
            "SELECT nick FROM player ORDER BY 1",
            "SELECT name FROM place ORDER BY 1");

    /** The copy in {@code folder}, with further lines of its configuration. */
    static Teams loaded(Path folder, CopyTargetKind kind, String settings) {
        Teams teams = empty(folder, kind, settings);
        teams.cli().succeedAll("init", "full-load");
        return teams;
    }

    /** The same before its init. */
    static Teams empty(Path folder, CopyTargetKind kind, String settings) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run(
                "CREATE TABLE Team (Id INTEGER PRIMARY KEY, Name VARCHAR(20) NOT NULL UNIQUE)",
                "CREATE TABLE Player (Id INTEGER PRIMARY KEY, Nick VARCHAR(20) NOT NULL UNIQUE,"
                        + " TeamId INTEGER NOT NULL REFERENCES Team (Id))",
                "CREATE TABLE Place (Id INTEGER PRIMARY KEY, Name VARCHAR(20) NOT NULL UNIQUE)",
                "INSERT INTO Team VALUES (1, 'red'), (2, 'blue'), (3, 'green')",
                "INSERT INTO Player VALUES (1, 'ann', 1), (2, 'bob', 2), (3, 'cid', 3)",
                "INSERT INTO Place VALUES (1, 'red'), (2, 'hall')");
        return new Teams(CopyJob.in(folder, "teams", source, kind, settings));
    }

    /** Changes, deletes and adds rows of every table. */
    void change() {
        source().run(
                "UPDATE Team SET Name = 'crimson' WHERE Id = 1",
                "DELETE FROM Player WHERE Id = 3",
                "DELETE FROM Team WHERE Id = 3",
                "INSERT INTO Team VALUES (4, 'yellow')",
                "INSERT INTO Player VALUES (4, 'dee', 4)",
                "UPDATE Player SET TeamId = 4 WHERE Id = 2",
                "UPDATE Place SET Name = 'field' WHERE Id = 2");
    }

    /** What the target holds, without its keys. */
    List<String> content() {
        return CONTENT.stream().flatMap(query -> job.target().texts(query).stream()).toList();
    }

    /** The same of the source. */
    List<String> wanted() {
        return CONTENT.stream()
                .flatMap(query -> source().texts(query.replace("team_id", "TeamId")).stream())
                .toList();
    }

    SqliteFile source() {
        return job.source();
    }

    TidemarkCli cli() {
        return job.cli();
    }

    /** The state, as plain tables. */
    SqliteFile state() {
        return new SqliteFile(job.state());
    }

    /** Its commands through a network to the target. */
    TidemarkCli through(FlakyProxy network) {
        return cli().with("TIDEMARK_TARGET_URL", network.url(job.target().url()));
    }

    @Override
    public void close() {
        job.close();
    }
}
