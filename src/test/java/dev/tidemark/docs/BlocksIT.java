package dev.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidemark.config.SettingSources;
import dev.tidemark.config.SettingsLoader;
import dev.tidemark.config.TlsMode;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.TargetDatabase;
import dev.tidemark.copy.generator.ChinookGenerator;
import dev.tidemark.copy.generator.GitHistoryGenerator;
import dev.tidemark.support.CertificateAuthority;
import dev.tidemark.support.OneIn;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The blocks of the guides do what they are printed for: each runs here, or in the test that {@link #TRIED} names. */
@OneIn(3)
class BlocksIT extends WithReplication {
    private static final List<String> LANGUAGES = List.of("sh", "yaml", "cron", "ini", "sql", "python");

    /** The test of each guide's blocks of a language, and why it does not run them where it does not. */
    private static final Map<String, String> TRIED = Map.ofEntries(
            Map.entry("README.md sh", "here; those that build the program for their syntax"),
            Map.entry("README.md sql", "here"),
            Map.entry("README.md cron", "JobsIT"),
            Map.entry("README.md yaml", "here"),
            Map.entry("operating.md cron", "JobsIT"),
            Map.entry("operating.md ini", "JobsIT, and here"),
            Map.entry("operating.md sh", "here"),
            Map.entry("operating.md yaml", "here"),
            Map.entry("ci.md yaml", "JobsIT"),
            Map.entry("analysts.md sh", "here, except a program that need not be installed"),
            Map.entry("analysts.md sql", "SchemaDocsTest"),
            Map.entry("analysts.md python", "here, where pandas is installed"),
            Map.entry("report.md sh", "here"),
            Map.entry("report.md cron", "here"),
            Map.entry("report.md yaml", "here, its command"),
            Map.entry("settings.md yaml", "here"),
            Map.entry("copies.md sh", "here"),
            Map.entry("copies.md yaml", "here"),
            Map.entry("copies.md sql", "CopyPrivilegesTest"),
            Map.entry("chinook.md sh", "here"),
            Map.entry("chinook.md yaml", "here, and CopyGuidesTest"),
            Map.entry("chinook.md cron", "here"),
            Map.entry("chinook.md ini", "here"),
            Map.entry("git-history.md sh", "here"),
            Map.entry("git-history.md yaml", "here, and CopyGuidesTest"),
            Map.entry("git-history.md sql", "CopyPrivilegesTest, which runs the same"),
            Map.entry("spark.md sh", "LakeClusterTest does the same without spark-submit"),
            Map.entry("production.md sh", "DebianPackageIT, except those of the archive"),
            Map.entry("production.md yaml", "here"),
            Map.entry("production.md cron", "DebianPackageIT"),
            Map.entry("production.md ini", "DebianPackageIT"),
            Map.entry("packaging.md sh", "PackageContentIT and ImageIT do the same; .ci/run builds"),
            Map.entry("contributing.md sh", ".ci/run does the same"),
            Map.entry("adding-a-table.md sql", "AddedTableTest"));

    private Machine machine;

    /** The jobs of copies that guides describe. */
    enum Job {
        CHINOOK("chinook", CopyTargetKind.POSTGRESQL) {
            @Override
            void prepare(Path source, TargetDatabase target) throws IOException {
                new ChinookGenerator(1, 500).write(source);
            }
        },
        GIT_HISTORY("git-history", CopyTargetKind.MYSQL) {
            @Override
            void prepare(Path source, TargetDatabase target) throws IOException {
                new GitHistoryGenerator(1, 500).write(source);
                GitHistoryGenerator.mySqlTables().forEach(target::run);
            }
        };

        private final String guide;
        private final CopyTargetKind kind;

        Job(String guide, CopyTargetKind kind) {
            this.guide = guide;
            this.kind = kind;
        }

        abstract void prepare(Path source, TargetDatabase target) throws IOException;
    }

    static Stream<Guide> guides() throws IOException {
        List<Guide> guides = new ArrayList<>(List.of(Guide.read("README.md")));
        try (Stream<Path> files = Files.list(Path.of("src/docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(file ->
                    guides.add(Guide.read(file.toString())));
        }
        return guides.stream();
    }

    static Stream<String> units() throws IOException {
        return blocks("ini").filter(block -> block.startsWith("[Unit]"));
    }

    @BeforeEach
    void install() throws IOException {
        machine = Machine.in(folder);
    }

    @Test
    void everyBlockIsTriedSomewhere() throws IOException {
        TreeSet<String> kinds = new TreeSet<>();
        guides().forEach(guide -> LANGUAGES.stream()
                .filter(language -> !blocks(guide, language).isEmpty())
                .forEach(language -> kinds.add(guide.path().getFileName() + " " + language)));
        assertEquals(new TreeSet<>(TRIED.keySet()), kinds);
    }

    @Test
    void everyScriptIsOneForTheShell() throws Exception {
        for (String script : blocks("sh").toList()) {
            Process shell = new ProcessBuilder("bash", "-n", "-c", script).redirectErrorStream(true).start();
            assertEquals("", shell.inputReader().readAllAsString(), script);
        }
    }

    @Test
    void theCommandsOfTheReadmeRun() throws Exception {
        String server = "jdbc:mysql://db.example.com:3306/sakila";
        String script = blocks(Guide.read("README.md"), "sh").stream()
                .filter(block -> block.contains(server))
                .findFirst()
                .orElseThrow()
                .replace(server, sakila.url())
                .replace("_USERNAME=tidemark", "_USERNAME=" + sakila.server().username())
                .replace("_PASSWORD=...", "_PASSWORD='" + sakila.server().password() + "'")
                .replaceAll("(?m)^man .*", "");
        String out = machine.shell(script, Map.of());
        assertTrue(out.contains("full-load done in ") && out.contains("complete"), out);
    }

    @Test
    void theAccountOfTheReadmeIsEnough() {
        String account = Guide.read("README.md").blocks("sql").getFirst();
        String schema = sakila.url().replaceFirst(".*/", "");
        try {
            for (String statement : account.replace("'...'", "'word'").replace("sakila.", schema + ".").split(";\\s*")) {
                sakila.execute(statement);
            }
            tidemark.with("TIDEMARK_SOURCE_USERNAME", "tidemark").with("TIDEMARK_SOURCE_PASSWORD", "word")
                    .succeedAll("init", "incremental");
        } finally {
            sakila.execute("DROP USER IF EXISTS tidemark");
        }
    }

    @Test
    void theCommandsForOperatorsRun() throws Exception {
        CertificateAuthority.in(folder);
        for (String script : Guide.read("src/docs/operating.md").blocks("sh")) {
            // keytool asks for the password of the new store twice.
            String answers = script.startsWith("keytool") ? "printf 'changeit\\nchangeit\\n' | " : "";
            String group = script.replace("chgrp analysts", "chgrp \"$(id -g)\"");
            machine.shell("PATH=$PATH:" + System.getProperty("java.home") + "/bin\n" + answers + group,
                    tidemark.environment());
        }
        assertTrue(Files.readString(folder.resolve("var/lib/node_exporter/tidemark.prom")).contains("tidemark_rows"));
        assertTrue(Files.size(folder.resolve("etc/tidemark/ca.p12")) > 0);
    }

    @Test
    void theFilesForOperatorsAreRead() throws IOException {
        String options = Guide.read("src/docs/operating.md").blocks("ini").stream()
                .filter(block -> block.startsWith("[client]"))
                .findFirst()
                .orElseThrow();
        Path file = machine.write("my.cnf", options);
        var settings = SettingsLoader.load(new SettingSources(
                Map.of(), Map.of("TIDEMARK_SOURCE_OPTION_FILE", file.toString()), Optional.empty()));
        assertEquals("a secret with # and spaces", settings.source().password().value());
        assertEquals(Optional.of(TlsMode.VERIFY_IDENTITY), settings.source().tls());
    }

    @Test
    void theConfigurationsAreValid() throws IOException {
        machine.write("etc/tidemark/target-password", "word");
        machine.write("etc/tidemark/password", "word");
        for (String guide : List.of(
                "README.md",
                "src/docs/operating.md",
                "src/docs/production.md",
                "src/docs/copies.md",
                "src/docs/settings.md")) {
            for (String block : Guide.read(guide).blocks("yaml")) {
                Path file = machine.write("some.yml", block);
                SettingsLoader.load(new SettingSources(Map.of(), Map.of(), Optional.of(file)));
            }
        }
    }

    @Test
    void theCommandsOfTheGuideToTheReportRun() throws Exception {
        Guide guide = Guide.read("src/docs/report.md");
        Files.createDirectories(folder.resolve("var/www/html"));
        machine.write("etc/tidemark/tidemark.yml", "warehouse: " + warehouse.path());
        Stream<String> ofJobs = guide.blocks("yaml").stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> line.startsWith("tidemark "));
        Stream.of(guide.blocks("sh").stream(), scheduled(guide), ofJobs)
                .flatMap(lines -> lines)
                .forEach(line -> run(line, tidemark.environment()));
        assertTrue(Files.size(folder.resolve("var/www/html/tidemark.html")) > 0);
    }

    @Test
    void theProgramsForAnalystsOpenTheFile() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "sqlite3 is installed");
        Stream.of("README.md", "src/docs/analysts.md")
                .flatMap(guide -> Guide.read(guide).blocks("sh").stream())
                .flatMap(String::lines)
                .filter(line -> line.startsWith("sqlite3 "))
                .forEach(line -> run(line, Map.of()));
    }

    @Test
    void theNotebookOfAnalystsReadsTheFile() throws Exception {
        Process pandas = new ProcessBuilder("python3", "-c", "import pandas").start();
        assumeTrue(pandas.waitFor() == 0, "pandas is installed");
        for (String script : Guide.read("src/docs/analysts.md").blocks("python")) {
            machine.write("notebook.py", script);
            machine.shell("python3 notebook.py", Map.of());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theJobOfAGuideRuns(Job job) throws Exception {
        Guide guide = Guide.read("src/docs/" + job.guide + ".md");
        machine.write("etc/tidemark/" + job.guide + ".yml", String.join("\n", guide.blocks("yaml")));
        try (TargetDatabase target = job.kind.create()) {
            job.prepare(folder.resolve("data/" + job.guide + ".db"), target);
            Map<String, String> environment = login(target);
            for (String script : guide.blocks("sh")) {
                machine.shell(script, environment);
            }
            scheduled(guide).forEach(line -> run(line, environment));
        }
        String log = Files.readString(folder.resolve("var/log/tidemark/" + job.guide + ".log"));
        assertTrue(Pattern.compile(" run \\d+] incremental ends with exit code 0").matcher(log).find(), log);
    }

    @Test
    void theCommandsOfTheGuideToCopiesRun() throws Exception {
        try (TargetDatabase target = CopyTargetKind.POSTGRESQL.create()) {
            new ChinookGenerator(1, 200).write(folder.resolve("shop.db"));
            for (String script : Guide.read("src/docs/copies.md").blocks("sh")) {
                machine.shell(script, login(target));
            }
        }
        assertTrue(Files.exists(folder.resolve("rejected.json")));
    }

    @ParameterizedTest
    @MethodSource("units")
    void systemdTakesTheUnits(String unit) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd is installed");
        boolean timer = unit.contains("[Timer]");
        // A timer needs a service of its name, and this machine has no user of the name in a service.
        machine.write(
                "tidemark.service", timer ? "[Service]\nExecStart=/bin/true\n" : unit.replaceAll("\nUser=.*", ""));
        Path file = timer ? machine.write("tidemark.timer", unit) : folder.resolve("tidemark.service");
        Process verify = new ProcessBuilder("systemd-analyze", "verify", file.toString())
                .redirectErrorStream(true)
                .start();
        String found = verify.inputReader().readAllAsString();
        assertEquals(0, verify.waitFor(), found);
    }

    private static Map<String, String> login(TargetDatabase target) {
        return Map.of(
                "TIDEMARK_TARGET_URL", target.url(),
                "TIDEMARK_TARGET_USERNAME", target.username(),
                "TIDEMARK_TARGET_PASSWORD", target.password(),
                "TIDEMARK_TARGET_TLS", "disabled");
    }

    // The lines of cron, and what systemd starts.
    private static Stream<String> scheduled(Guide guide) {
        String configuration = "TIDEMARK_CONFIG=/etc/tidemark/" + guide.path().getFileName().toString()
                .replace(".md", ".yml") + " ";
        return Stream.concat(
                blocks(guide, "cron").stream().map(line -> line.replaceFirst("^(\\S+ +){5}", "")),
                blocks(guide, "ini").stream()
                        .flatMap(unit -> Pattern.compile("(?m)^ExecStart=(.*)$").matcher(unit).results())
                        .map(line -> configuration + line.group(1)));
    }

    private void run(String line, Map<String, String> environment) {
        try {
            machine.shell(line, environment);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Stream<String> blocks(String language) throws IOException {
        return guides().flatMap(guide -> blocks(guide, language).stream());
    }

    private static List<String> blocks(Guide guide, String language) {
        return guide.text().contains("```" + language + "\n") ? guide.blocks(language) : List.of();
    }
}
