package dev.tidemark.spark;

import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.terminal.Terminal;
import dev.tidemark.config.SettingSources;
import dev.tidemark.config.Settings;
import dev.tidemark.config.SettingsLoader;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.Version;
import dev.tidemark.spark.lake.Versions;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Runs the commands of {@code spark-submit} within this JVM, on two threads.
 *
 * @param environment the environment that the commands see
 * @param lake the folder of the lake
 * @param scheme of the file system by which the commands reach it
 */
public record LakeCli(Map<String, String> environment, Path lake, String scheme) {
    /** The commands between this source and this lake. */
    public static LakeCli of(SakilaSchema source, Path lake) {
        return new LakeCli(
                Map.of(
                        "TIDEMARK_SOURCE_URL", source.url(),
                        "TIDEMARK_SOURCE_USERNAME", source.server().username(),
                        "TIDEMARK_SOURCE_PASSWORD", source.server().password()),
                lake,
                "file");
    }

    /** The same with one more variable in the environment. */
    public LakeCli with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new LakeCli(Map.copyOf(more), lake, scheme);
    }

    /** The same by a file system of another scheme. */
    public LakeCli by(String another) {
        return new LakeCli(environment, lake, another);
    }

    /** The settings of the source. */
    public Settings.Source source() {
        return SettingsLoader.load(new SettingSources(Map.of(), environment, Optional.empty())).source();
    }

    /** The session that the commands use too. */
    public static synchronized SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
    }

    /** The current version of the lake. */
    public Version version() {
        return new Versions(folder()).current().orElseThrow();
    }

    /** The folder of the lake. */
    public LakeFolder folder() {
        return new LakeFolder(
                uri(),
                new SerializableConfiguration(session().sparkContext().hadoopConfiguration()));
    }

    // The file system takes a URI as it is, so no character of it may be escaped.
    private String uri() {
        return scheme + "://" + lake;
    }

    /** Runs a command and returns what it printed, whatever its exit code. */
    public TidemarkCli.Result run(String... arguments) {
        session();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new PrintWriter(out), new PrintWriter(err), environment, Clock.systemUTC(), Terminal.none());
        String[] all = new String[arguments.length + 2];
        all[0] = "--lake";
        all[1] = uri();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        int exitCode = LakeRunner.run(console, all);
        return new TidemarkCli.Result(List.of(arguments), exitCode, out.toString(), err.toString());
    }

    /** Runs a command that must succeed. */
    public TidemarkCli.Result succeed(String... arguments) {
        return run(arguments).exitingWith(0);
    }
}
