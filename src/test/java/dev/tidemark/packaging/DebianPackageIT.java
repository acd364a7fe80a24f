package dev.tidemark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Debian package, installed by dpkg into the system of -Dtidemark.test.debian, a folder that debootstrap made. */
class DebianPackageIT {
    private static final String INSTALL = "dpkg --install /tmp/tidemark_*.deb";
    private static final String SERVICE = "/lib/systemd/system/tidemark.service";
    private static final String METRICS = "/var/lib/tidemark/metrics/tidemark.prom";
    private static final String AS_ACCOUNT = "runuser -u tidemark -- env TIDEMARK_CONFIG=/etc/tidemark/tidemark.yml ";
    private static final int LARGEST_EXPOSURE_IN_TENTHS = 15;

    private static Path root;
    private static SakilaSchema sakila;

    @BeforeAll
    static void find() {
        String folder = System.getProperty("tidemark.test.debian", "");
        assumeFalse(folder.isEmpty(), "-Dtidemark.test.debian names no system");
        root = Path.of(folder);
        sakila = SakilaSchema.small();
    }

    @BeforeEach
    void install() throws Exception {
        succeed("dpkg --purge tidemark; rm -rf /var/lib/tidemark /etc/tidemark");
        Path hosts = root.resolve("etc/hosts");
        if (!Files.exists(hosts)) {
            Files.writeString(hosts, "127.0.0.1 localhost\n");
        }
        try (Stream<Path> files = Files.list(Installation.target())) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.deb(\\.sha256)?")).toList()) {
                Files.copy(file, root.resolve("tmp").resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        succeed(INSTALL);
    }

    @AfterAll
    static void drop() {
        if (sakila != null) {
            sakila.close();
        }
    }

    @Test
    void theProgramIsInThePathWithItsPagesAndCompletion() throws Exception {
        assertTrue(succeed("tidemark --version").startsWith("tidemark "));
        succeed("test -s /usr/share/man/man1/tidemark.1 && test -s /usr/share/man/man1/tidemark-validate.1");
        assertEquals("full-load\n", succeed("""
                exec bash -c 'compopt() { :; }; . /usr/share/bash-completion/completions/tidemark
                COMP_WORDS=(tidemark fu); COMP_CWORD=1; _complete_tidemark; echo ${COMPREPLY[@]}'
                """));
        assertTrue(succeed("cat /usr/share/zsh/vendor-completions/_tidemark").startsWith("#compdef tidemark\n"));
        succeed("test -s /usr/share/doc/tidemark/README.md && test -s /usr/share/doc/tidemark/doc/operating.md");
    }

    @Test
    void theJobRunsAsAnAccountOfItsOwnAndTellsMetrics() throws Exception {
        configure(sakila.server().password());
        succeed(AS_ACCOUNT + "tidemark init && " + AS_ACCOUNT + "tidemark full-load");
        sakila.execute("UPDATE customer SET last_name = 'MILLER' WHERE customer_id = 1");
        assertTrue(succeed(command("ExecStart")).contains("1 updated"));
        succeed(command("ExecStopPost"));
        assertTrue(metrics().contains("tidemark_last_run_success"), metrics());
        assertTrue(metrics().matches("(?s).*\ntidemark_last_run_success\\{[^}]*} 1\n.*"), metrics());
        assertEquals("tidemark 600\n", succeed("stat --format '%U %a' /var/lib/tidemark/analytics.db"));
    }

    @Test
    void metricsAreWrittenAfterAFailureToo() throws Exception {
        configure(sakila.server().password());
        succeed(AS_ACCOUNT + "tidemark init && " + AS_ACCOUNT + "tidemark full-load");
        succeed("sed -i 's|/sakila[^/]*$|/nowhere|; s|^  url: .*|  url: jdbc:mysql://localhost:1/sakila|' "
                + "/etc/tidemark/tidemark.yml");
        assertEquals(3, run(command("ExecStart")).exitCode());
        succeed(command("ExecStopPost"));
        assertTrue(metrics().matches("(?s).*\ntidemark_last_run_success\\{[^}]*} 0\n.*"), metrics());
    }

    @Test
    void anUpgradeKeepsTheConfigurationAndTheWarehouse() throws Exception {
        configure(sakila.server().password());
        succeed(AS_ACCOUNT + "tidemark init");
        String before = succeed("cat /etc/tidemark/tidemark.yml; stat --format '%U %G %a' /etc/tidemark/*");
        succeed(INSTALL);
        assertEquals(before, succeed("cat /etc/tidemark/tidemark.yml; stat --format '%U %G %a' /etc/tidemark/*"));
        succeed(AS_ACCOUNT + "tidemark status");
    }

    @Test
    void removingKeepsTheConfigurationAndPurgingKeepsTheWarehouse() throws Exception {
        configure(sakila.server().password());
        succeed(AS_ACCOUNT + "tidemark init");
        succeed("dpkg --remove tidemark");
        succeed("test -e /etc/tidemark/tidemark.yml && test ! -e /usr/bin/tidemark && test ! -e /usr/lib/tidemark");
        String words = succeed("dpkg --purge tidemark");
        succeed("test ! -e /etc/tidemark/tidemark.yml && test ! -e /var/log/tidemark");
        succeed("test -s /var/lib/tidemark/analytics.db");
        assertTrue(words.contains("/var/lib/tidemark stays"), words);
    }

    @Test
    void theWalkThroughRunsAsPrinted() throws Exception {
        succeed("dpkg --purge tidemark; rm -rf /etc/tidemark");
        Files.createDirectories(root.resolve("var/lib/prometheus/node-exporter"));
        Files.deleteIfExists(root.resolve("var/lib/prometheus/node-exporter/tidemark.prom"));
        List<String> blocks = blocks("sh").stream().filter(block -> !block.contains("/opt")).toList();
        succeed(inOneShell(blocks.getFirst()));
        configure(sakila.server().password());
        // The password is typed.
        String typed = "printf '%s\\n' '" + sakila.server().password() + "' | ";
        String rest = String.join("\n", blocks.subList(1, blocks.size())).replace("\ncat >", "\n" + typed + "cat >");
        assertTrue(rest.contains(typed), rest);
        String output = succeed(inOneShell(rest));
        assertTrue(output.contains("full-load done") && output.contains("incremental done"), output);
        assertEquals("tidemark 600\n", succeed("stat --format '%U %a' /var/lib/tidemark/backup.db"));
        String job = blocks("cron").getFirst().lines().toList().getLast().replaceFirst("^(\\S+ +){6}", "");
        succeed(AS_ACCOUNT + "sh -c '" + job.replace("/opt/tidemark/bin/", "/usr/bin/") + "'");
        succeed("test -s /var/lib/tidemark/tidemark.prom");
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?s)```" + language + "\n(.*?)\n```")
                .matcher(Files.readString(Path.of("src/docs/production.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    // There is no systemd at work in the folder: what it is told is left out.
    private static String inOneShell(String commands) {
        return "set -e\ncd /tmp\n" + commands.replaceAll("(?m)^(systemctl|journalctl) .*$", "");
    }

    @Test
    void systemdAcceptsTheUnitsAndFindsThemHardened() throws Exception {
        for (String block : blocks("ini")) {
            String unit = block.startsWith("[Timer]") ? "timer" : "service";
            Path folder = Files.createDirectories(root.resolve("etc/systemd/system/tidemark." + unit + ".d"));
            Files.writeString(folder.resolve("override.conf"), block);
        }
        assertEquals("", succeed("systemd-analyze verify --man=no %s %s"
                .formatted(SERVICE, SERVICE.replace(".service", ".timer"))));
        succeed("systemd-analyze security --offline=true --threshold=%d %s"
                .formatted(LARGEST_EXPOSURE_IN_TENTHS, SERVICE));
    }

    private static void configure(String password) throws Exception {
        Path configuration = root.resolve("etc/tidemark/tidemark.yml");
        Files.writeString(configuration, Files.readString(configuration)
                .replace("jdbc:mysql://localhost:3306/sakila", sakila.url())
                .replace("username: tidemark", "username: " + sakila.server().username()));
        Files.writeString(root.resolve("etc/tidemark/password"), password + "\n");
        succeed("chown tidemark: /etc/tidemark/password && chmod 600 /etc/tidemark/password");
    }

    /** What the service does, as systemd does it: as the account, in folders that are there. */
    private static String command(String key) throws IOException {
        String line = Files.readAllLines(root.resolve(SERVICE.substring(1))).stream()
                .filter(each -> each.startsWith(key + "="))
                .findFirst()
                .orElseThrow();
        return "install -d -o tidemark -g tidemark /var/lib/tidemark/metrics && "
                + AS_ACCOUNT + line.substring(key.length() + 1).replaceFirst("^-", "");
    }

    private static String metrics() throws IOException {
        return Files.readString(root.resolve(METRICS.substring(1)));
    }

    private record Outcome(int exitCode, String output) {}

    private static String succeed(String script) throws IOException, InterruptedException {
        Outcome outcome = run(script);
        assertEquals(0, outcome.exitCode(), () -> script + ": " + outcome.output());
        return outcome.output();
    }

    // A JVM finds its parts by /proc, which is mounted for the command alone.
    private static Outcome run(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "unshare", "--mount", "sh", "-c", "mount -t proc proc \"$0/proc\" && exec chroot \"$0\" sh -c \"$1\"",
                root.toString(), script).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        Process process = builder.start();
        String output = process.inputReader().readAllAsString();
        return new Outcome(process.waitFor(), output);
    }
}
