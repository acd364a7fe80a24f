package dev.tidemark.demo;

import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.copy.TargetDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs both copies that the examples configure, on generated data, through the launcher, and shows what they print. */
public final class CopyDemo {
    private CopyDemo() {}

    /**
     * Runs the demonstration.
     *
     * @param arguments the build's target folder
     */
    public static void main(String[] arguments) {
        try {
            show(Path.of(arguments[0]));
            // The embedded servers end with the process, and some of their threads would outlive this one.
            System.exit(0);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static void show(Path target) throws IOException, InterruptedException {
        Path folder = Demo.emptied(target.resolve("demo-copy"));
        Path program = target.resolve("tidemark/bin/tidemark");
        Demo.say("""
                Job 1: a store of digital music moves from a SQLite file to an embedded PostgreSQL, as
                src/examples/chinook.yml says. The environment (TIDEMARK_...) names both ends ...""");
        try (TargetDatabase store = CopyTargetKind.POSTGRESQL.create()) {
            ChinookDemo.show(folder, store, program);
        }
        Demo.say("""

                Job 2: the history of git repositories goes to tables of an embedded MariaDB, which gives new ids and
                has rows of its own, as src/examples/git-history.yml says ...""");
        try (TargetDatabase history = CopyTargetKind.MYSQL.create()) {
            GitHistoryDemo.show(folder, history, program);
        }
        Demo.say("""

                Everything that the jobs wrote stays in %s.
                Now with your own: copy src/examples/chinook.yml or git-history.yml, name both ends in it, then
                  %s --config chinook.yml init
                  %s --config chinook.yml full-load
                  %s --config chinook.yml incremental      # from cron, as often as you like"""
                .formatted(folder, program, program, program));
    }

    /** What the environment says of both ends, of which a configuration file of the examples names others. */
    static Map<String, String> settings(Path configuration, Path source, TargetDatabase target) {
        String state = source.toString().replaceFirst("\\.db$", ".state.db");
        return Map.of(
                "TIDEMARK_CONFIG", configuration.toString(),
                "TIDEMARK_SOURCE_URL", "jdbc:sqlite:" + source,
                "TIDEMARK_TARGET_URL", target.url(),
                "TIDEMARK_TARGET_USERNAME", target.username(),
                "TIDEMARK_TARGET_PASSWORD", target.password(),
                "TIDEMARK_TARGET_TLS", "disabled",
                "TIDEMARK_STATE", state,
                "TIDEMARK_LOG_FILE", state + ".log");
    }

    /** Shows and makes changes in the source. */
    static void change(SqliteFile source, List<String> changes) {
        Demo.say("\nNow the source changes:");
        changes.forEach(change -> Demo.say("  " + change + ";"));
        source.run(changes.toArray(String[]::new));
    }

    /** Shows a query of the target and its rows. */
    static void ask(TargetDatabase target, String query) {
        Demo.say("\nThe target, asked: " + query);
        target.texts(query).forEach(row -> Demo.say("    " + row.replace("|", "  ")));
    }
}
