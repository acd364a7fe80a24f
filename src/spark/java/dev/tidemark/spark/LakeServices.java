package dev.tidemark.spark;

import dev.tidemark.cli.exit.Interruption;
import dev.tidemark.cli.terminal.Messages;
import dev.tidemark.config.Settings;
import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.target.CommitGate;
import java.time.Clock;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * What a command works with.
 *
 * @param settings the settings in force
 * @param session runs the tasks; it ends with the process
 * @param lake the folder of the lake
 * @param source the source, for the driver
 * @param messages lines for people during the command
 * @param gate the gate that a new version has to pass
 * @param clock this machine's clock
 */
record LakeServices(
        Settings settings,
        SparkSession session,
        LakeFolder lake,
        SourceDatabase source,
        Messages messages,
        CommitGate gate,
        Clock clock) {
    private static final String LOG_LEVEL = "spark.log.level";

    /** Calls {@code action}, and returns its exit code. Nothing starts if the settings are wrong. */
    static int with(LakeCommand root, Function<LakeServices, Integer> action) {
        Settings settings = root.settings();
        String uri = root.lake();
        Messages messages = root.messages();
        CommitGate gate = new CommitGate();
        try (SourceDatabase source = new SourceDatabase(settings.source());
                Interruption _ = Interruption.closing(gate, messages)) {
            SparkSession session = session(root.quiet() ? "OFF" : "WARN");
            LakeFolder lake = new LakeFolder(
                    uri, new SerializableConfiguration(session.sparkContext().hadoopConfiguration()));
            return action.apply(new LakeServices(
                    settings, session, lake, source, messages, gate, root.console().clock()));
        }
    }

    // Spark's settings say what Spark logs; else this level does.
    private static SparkSession session(String level) {
        SparkSession.Builder session = SparkSession.builder().appName("tidemark");
        return (new SparkConf().contains(LOG_LEVEL) ? session : session.config(LOG_LEVEL, level)).getOrCreate();
    }
}
