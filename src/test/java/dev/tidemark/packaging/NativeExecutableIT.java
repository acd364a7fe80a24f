package dev.tidemark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.Json;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The native executable does all that the program does on a JVM: what it lacks shows only when it is asked for it. */
class NativeExecutableIT {
    private static final int LARGER_THAN_A_LOG = 11_000_000;

    private static SakilaSchema sakila;

    @TempDir
    private Path folder;

    private Path warehouse;
    private Executable tidemark;

    @BeforeAll
    static void start() {
        assumeTrue(Files.isExecutable(Executable.built()), "Only the profile native makes it");
        boolean embedded = "embedded".equals(System.getProperty("tidemark.test.source"));
        sakila = embedded ? Packaging.source() : SakilaSchema.small();
    }

    @AfterAll
    static void close() {
        if (sakila != null) {
            sakila.close();
        }
    }

    @BeforeEach
    void choose() {
        warehouse = folder.resolve("größe.db");
        tidemark = new Executable(Executable.built(), TidemarkCli.of(sakila, warehouse).environment());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--version", "--help", "init --help", "full-load --help", "incremental --help", "validate --help",
        "status --help", "report --help", "check --help", "keys --help", "config --help", "completion --help", "completion",
        "config --example"
    })
    void saysWhatNeedsNoDatabase(String arguments) throws Exception {
        var result = tidemark.run(arguments.split(" ")).exitingWith(0);
        assertTrue(result.out().contains("tidemark") && result.err().isEmpty(), result::toString);
    }

    @Test
    void loadsAndLooks() throws Exception {
        assertEquals("", succeed("init").err());
        for (String load : List.of("full-load", "incremental", "incremental --deep", "incremental --dry-run")) {
            Json.parse(succeed(load + " --format json").out());
            assertTrue(succeed(load + " --format table").out().contains("fact_rental"));
            succeed(load);
        }
        succeed("full-load --tables dim_film,dim_actor --dry-run --quiet");
        succeed("incremental --since 2005-05-25T00:00:00");
        Json.parse(succeed("status --format json").out());
        assertTrue(succeed("status --runs 50 --max-lag 1d").out().startsWith("OK"));
        succeed("status --format prometheus --output " + folder.resolve("tidemark.prom"));
        succeed("report --output " + folder.resolve("report.html"));
        succeed("check");
        Json.parse(succeed("check --format json").out());
        assertTrue(succeed("keys --table dim_film").out().lines().count() > 1);
        Json.parse(succeed("keys --table dim_film --format json").out());
    }

    @Test
    void validates() throws Exception {
        load();
        sakila.execute("INSERT INTO actor (first_name, last_name) VALUES ('N', 'N')");
        succeed("validate --days 7");
        succeed("validate --from 2005-01-01 --to 2006-12-31 --tolerance rows=5,amount=0.50 --fail-on difference");
        assertTrue(succeed("validate --all --format markdown").out().contains("|"));
        Json.parse(succeed("validate --all --format json").out());
        Path report = folder.resolve("report.xml");
        succeed("validate --all --format junit --output " + report);
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile());
        sakila.execute("DELETE FROM actor WHERE last_name = 'N'");
    }

    @ParameterizedTest
    @CsvSource({"text, begins", "json, message"})
    void keepsALogAndRotatesIt(String format, String part) throws Exception {
        load();
        Path log = folder.resolve("tidemark.log");
        String logged = " --log-file " + log + " --log-format " + format;
        succeed("incremental" + logged);
        assertTrue(Files.readString(log).contains(part) && Files.readString(log).contains("exit code 0"));
        Files.writeString(log, "x".repeat(LARGER_THAN_A_LOG));
        succeed("incremental" + logged);
        assertTrue(Files.exists(folder.resolve("tidemark.log.1")));
        fail(4, "status --warehouse " + folder.resolve("none.db") + logged);
        assertTrue(Files.readString(log).contains("Exit code 4"));
    }

    @Test
    void takesSettingsFromFiles() throws Exception {
        Map<String, String> environment = new HashMap<>(tidemark.environment());
        String password = environment.remove("TIDEMARK_SOURCE_PASSWORD");
        String user = environment.remove("TIDEMARK_SOURCE_USERNAME");
        tidemark = new Executable(tidemark.program(), environment);
        Path secret = Files.writeString(folder.resolve("password"), password + "\n");
        Path client = Files.writeString(
                folder.resolve("my.cnf"), "[client]\nuser=" + user + "\npassword=\"" + password + "\"\n");
        Path config = Files.writeString(
                folder.resolve("tidemark.yml"),
                "source:\n  username: " + user + "\n  password-file: " + secret + "\n");
        succeed("init --source-option-file " + client);
        succeed("full-load --source-username " + user + " --source-password-file " + secret);
        succeed("incremental --config " + config);
        assertTrue(succeed("config --config " + config).out().contains("größe.db"));
        Path wrong = Files.writeString(folder.resolve("wrong.yml"), "sorce: x\n");
        assertTrue(fail(2, "status --config " + wrong).contains("source"));
        assertTrue(fail(2, "status --config " + Files.writeString(wrong, "a: [b\n")).contains("line"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | statsu                                                         | status
            2 | validate --from x --to 2006-01-01                              | is no date
            2 | validate --days 0                                              | days
            2 | status --format xml                                            | --format
            2 | status --log-file /none/x.log                                  | /none/x.log
            2 | init --source-url jdbc:mysql://h/                              | database
            2 | status -Xmx200m                                                | -Xmx200m
            2 | status -Dorg.sqlite.tmpdir=/none                               | -Dorg.sqlite.tmpdir
            2 | -XX:+Nope status                                               | -XX:+Nope
            3 | init --source-url jdbc:mysql://127.0.0.1:1/sakila              | 127.0.0.1:1
            3 | init --source-url jdbc:mysql://no.host.invalid:3306/sakila     | no.host.invalid
            3 | init --source-tls verify-ca                                    | certificate
            3 | init --source-username nobody                                  | nobody
            4 | status                                                         | init
            4 | init --warehouse /none/x.db                                    | /none
            """)
    void explainsFailures(int exitCode, String arguments, String part) throws Exception {
        String complaint = fail(exitCode, arguments);
        assertTrue(complaint.contains(part) && complaint.contains("Try: "), complaint);
    }

    @Test
    void needsNoIntactLibraryBesideIt() throws Exception {
        tidemark = new Executable(Files.copy(tidemark.program(), folder.resolve("alone")), tidemark.environment());
        succeed("init");
        Files.writeString(folder.resolve("libsqlitejdbc.so"), "not a library");
        succeed("status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "preferred", "required"})
    void encryptsAsItIsTold(String mode) throws Exception {
        // Without TLS a server may want to send the key that the password is encrypted with.
        succeed("init --source-tls " + mode + " --source-url " + sakila.url() + "?allowPublicKeyRetrieval=true");
    }

    // Each makes the driver read a file of its jar, or make a class by its name.
    @ParameterizedTest
    @ValueSource(strings = {
        "useConfigs=maxPerformance", "useConfigs=fullDebug",
        "queryInterceptors=com.mysql.cj.jdbc.interceptors.SessionAssociationInterceptor",
        "authenticationPlugins=com.mysql.cj.protocol.a.authentication.MysqlClearPasswordPlugin"
    })
    void knowsTheParametersOfTheDriver(String parameter) throws Exception {
        succeed("init --source-tls required --source-url " + sakila.url() + "?" + parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latin1", "cp1250", "cp1256", "macroman", "sjis", "utf8mb4"})
    void readsTextsInTheirCharacterSets(String characterSet) throws Exception {
        sakila.execute("ALTER TABLE category MODIFY name VARCHAR(25) CHARACTER SET " + characterSet + " NOT NULL");
        load();
        succeed("validate --all");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void rollsBackWhenASignalEndsIt(String signal, int exitCode) throws Exception {
        load();
        try (FlakyProxy network = FlakyProxy.before(sakila.server())) {
            CountDownLatch inTheMiddle = new CountDownLatch(1);
            network.once("from payment", link -> {
                link.stallAfter(100);
                inTheMiddle.countDown();
            });
            var through = network.through(TidemarkCli.of(sakila, warehouse), sakila).environment();
            Process run = new Executable(tidemark.program(), through).start("full-load");
            assertTrue(inTheMiddle.await(30, TimeUnit.SECONDS), () -> run.info().toString());
            new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid())).inheritIO().start().waitFor();
            var result = tidemark.finished(run, "full-load").exitingWith(exitCode);
            assertTrue(result.err().contains("Interrupted and rolled back"), result::err);
        }
        assertTrue(succeed("status").out().contains("interrupted"));
    }

    @Test
    void knowsATerminal() throws Exception {
        assumeTrue(Executable.hasTerminals());
        load();
        var loaded = tidemark.runOnTerminal("", "full-load").exitingWith(0);
        assertTrue(loaded.out().contains("\u001b[2K") && loaded.out().contains("dim_film"), loaded::out);
        Map<String, String> environment = new HashMap<>(tidemark.environment());
        String password = environment.remove("TIDEMARK_SOURCE_PASSWORD");
        var asked = new Executable(tidemark.program(), environment)
                .runOnTerminal(password, "incremental", "--ask-password")
                .exitingWith(0);
        assertTrue(asked.out().contains("Password of the source: "), asked::out);
    }

    private void load() throws Exception {
        succeed("init");
        succeed("full-load");
    }

    private TidemarkCli.Result succeed(String arguments) throws Exception {
        return tidemark.run(arguments.split(" ")).exitingWith(0);
    }

    private String fail(int exitCode, String arguments) throws Exception {
        return tidemark.run(arguments.split(" ")).exitingWith(exitCode).complaint();
    }
}
