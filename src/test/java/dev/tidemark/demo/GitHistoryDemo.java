package dev.tidemark.demo;

import dev.tidemark.copy.SqliteFile;
import dev.tidemark.copy.TargetDatabase;
import dev.tidemark.copy.generator.GitHistoryGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The sync to MariaDB: the target gives the ids, has rows already, and bad rows are left out. */
final class GitHistoryDemo {
    private static final Path CONFIGURATION = Path.of("src/examples/git-history.yml");
    private static final long SEED = 1;
    private static final int ROWS = 20_000;
    private static final int INCOMPLETE = 7;

    private static final List<String> CHANGES = List.of(
            "UPDATE authors SET name = 'Ada Lovelace' WHERE id = 7",
            "DELETE FROM pr_approvals WHERE id % 100 = 0",
            "INSERT INTO commits VALUES (90001, 1, 7, 'c0ffee', 'Fix the build', '2026-02-01 08:00:00', 1, 2, 3)",
            "INSERT INTO commits VALUES (90002, 1, 7, 'decade', 'Fix it again', 'this morning', 1, 2, 3)",
            "INSERT INTO repositories VALUES (90, 'new-one', 'https://git.example/new', 'main', 2, '2026-02-01')",
            "INSERT INTO commits VALUES (90003, 90, 7, 'facade', 'Begin', '2026-02-01 09:00:00', 1, 2, 3)");

    private GitHistoryDemo() {}

    static void show(Path folder, TargetDatabase target, Path program) throws IOException, InterruptedException {
        Path file = folder.resolve("git-history.db");
        new GitHistoryGenerator(SEED, ROWS).write(file);
        SqliteFile source = new SqliteFile(file);
        GitHistoryGenerator.mySqlTables().forEach(target::run);
        putRowsOfOthers(source, target);
        Launcher tidemark = new Launcher(program, CopyDemo.settings(CONFIGURATION, file, target));
        tidemark.run("init", "--format", "table");
        tidemark.run("full-load", "--format", "table");
        Path ids = folder.resolve("id_mappings.json");
        tidemark.run("keys", "--format", "json", "--output", ids.toString());
        CopyDemo.change(source, CHANGES);
        tidemark.runExpecting(INCOMPLETE, "incremental", "--format", "table");
        tidemark.run("status", "--rejected");
        tidemark.run("validate");
        CopyDemo.ask(target, "SELECT id, name, url FROM repositories ORDER BY id LIMIT 5");
        CopyDemo.ask(target, """
                SELECT c.id, r.id, r.name, a.id, a.name, c.hash, c.committed_at
                FROM commits c JOIN repositories r ON r.id = c.repository_id JOIN authors a ON a.id = c.author_id
                ORDER BY c.committed_at DESC LIMIT 3""");
    }

    // Two of the repositories are there already with other ids, and one that the source does not know.
    private static void putRowsOfOthers(SqliteFile source, TargetDatabase target) {
        List<String> names = source.texts("SELECT name FROM repositories ORDER BY id LIMIT 2");
        names.forEach(name -> target.run("INSERT INTO repositories (id, name, url, is_archived, created_at)"
                + " VALUES (%d, '%s', 'unknown', 0, '2020-01-01')".formatted(501 + names.indexOf(name), name)));
        target.run("INSERT INTO repositories (name, url, is_archived, created_at)"
                + " VALUES ('of-others', 'https://git.example/others', 0, '2020-01-01')");
        CopyDemo.ask(target, "SELECT id, name, url FROM repositories ORDER BY id");
    }
}
