package dev.tidemark.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit code 2: one line that names the value and what to try, and nothing changes on disk. */
class UsageErrorsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '' | Missing command: one of init, full-load, incremental, validate, status, report, check, keys, export, config, completion, help. Try: tidemark --help.
            fulload | Unknown command: fulload. Try: full-load
            init extra | Unknown argument: extra
            init --colour | Unknown option: --colour
            init --warehuose x.db | Try: --warehouse
            --config | Missing required parameter for option '--config' (FILE)
            init --wait 1 --wait 2 | option '--wait' (SECONDS) should be specified only once
            help me | Unknown command: me. Try: tidemark help --help.
            init --format xml | Invalid value for option '--format': 'xml' is none of text, table, json. Try: tidemark init --help.
            validate --days -5 | Not a number of days: --days -5; it is 1 to 36500, and --all is all facts
            validate --days 0 | --days 0; it is 1 to 36500
            validate --days abc | for option '--days': 'abc' is not an int
            validate --days 999999999 | --days 999999999; it is 1 to 36500
            validate --days 99999999999 | '99999999999'
            validate --from 2025-01-01 | tidemark: Missing required argument(s): --to=DATE. Try: tidemark validate --help.
            validate --to 2025-01-01 | --from
            validate --from 2025-01-31 --to 2025-01-01 | --to 2025-01-01 is before --from 2025-01-31
            validate --from yesterday --to 2025-01-01 | for option '--from': 'yesterday' is no date, YYYY-MM-DD. Try: tidemark validate --help.
            validate --from 2025-02-30 --to 2025-03-01 | for option '--from': '2025-02-30' is no date
            validate --from 2005-01-01 --to +12005-12-31 | for option '--to': '+12005-12-31' is no date
            incremental --since=-2000-01-01 | for option '--since': '-2000-01-01' is no moment
            validate --all --days 3 | tidemark: --days=N, --all are mutually exclusive (specify only one)
            validate --all --from 2025-01-01 --to 2025-01-02 | mutually exclusive
            validate --tolerance some | is no tolerance; write rows=5, amount=0.50 or rows=5,amount=0.50
            validate --tolerance 5 | 5' is no tolerance; write rows=5
            validate --tolerance rows=-1 | rows=-1' is no tolerance
            validate --tolerance amount=0.005 | amount=0.005' is no tolerance
            validate --fail-on pending | 'pending'
            validate --output . | Cannot write the file . (--output)
            init --deep | Unknown option: --deep
            init --source-url postgresql://db/sakila | Not a JDBC URL of MySQL: "postgresql://db/sakila"
            init --source-url jdbc:mysql://db:3306 | names no database: "jdbc:mysql://db:3306"
            init --source-url jdbc:mysql://db:port/sakila | no valid host and port: "jdbc:mysql://db:port/sakila"
            init --source-url jdbc:mysql://localhost:99999/sakila | no valid host and port
            init --source-url jdbc:mysql://localhost:0/sakila | no valid host and port
            init --source-url jdbc:mysql://db/sakila?sslMode=%zz | has a percent sign that two hexadecimal digits do not follow
            init --source-url jdbc:mysql://db/100% | has a percent sign that two hexadecimal digits do not follow
            init --source-url jdbc:mysql://db/sakila?trustCertificateKeyStorePassword=a%zz | Password=(hidden)" (--source-url)
            init --source-url jdbc:mysql://db/sakila?useConfigs=fastest | a parameter that the driver refuses: "jdbc:mysql://db/
            init --source-url jdbc:mysql://db/sakila?useConfigs=fastest | configuration template named 'fastest'. Try: correct
            init --source-url jdbc:mysql://db/sakila?=1 | near '=1'. Try: correct the parameter, or leave it out
            init --source-tls on | Not a TLS mode: "on" (--source-tls). Try: disabled, preferred,
            init --source-tls required --source-url jdbc:mysql://db/sakila?sslMode=DISABLED | has a parameter for TLS, and --source-tls says how too
            init --warehouse-mode 777 | Not a mode of the warehouse: "777" (--warehouse-mode). Try: 600, 640 or 660.
            init --keep-runs 0 | Not a number from 1 to 999999: "0" (--keep-runs)
            init --keep-runs 1000000 | Not a number from 1 to 999999: "1000000" (--keep-runs)
            init --log-format xml | Not a log format: "xml" (--log-format). Try: text or json.
            status --log-file . | Cannot write the log file
            init --source-option-file missing.cnf | Cannot read the option file missing.cnf
            init --ask-password | There is no terminal to ask for the password on (--ask-password)
            status --max-lag soon | soon' is no duration; write 60s, 5m or 2h
            status --runs -1 | Not a number of runs: --runs -1; it is 0 or more
            statsu | Unknown command: statsu. Try: status
            status --run 3 | Unknown option: --run. Try: --runs
            incremental --since 2025-02-30 | is no moment; write 2026-11-01 or 2026-11-01T12:00:00Z
            incremental --since 2999-01-01 | --since 2999-01-01 00:00:00 UTC lies in the future: it is 20
            incremental --tables= | --tables names no table. Try: one or more names
            full-load --tables , | --tables names no table
            incremental --since 2025-02-03 --deep | mutually exclusive
            init --retries many | Not a number from 0 to 999999: "many" (--retries)
            init --retries -1 | -1
            init --wait soon | Not a duration: "soon" (--wait)
            init --source-timeout 0 | Not a timeout from 1s to 1d: "0" (--source-timeout)
            incremental --detect rows | Not a way to find changes: "rows" (--detect). Try: content or timestamps
            incremental --max-deletes 101% | Not a percentage from 0% to 100%: "101%" (--max-deletes). Try: write 50%
            init --source-url jdbc:mysql://me:pw@db/sakila | The source URL (--source-url) holds a user name or a password
            init --look-back 1y | "1y" (--look-back)
            init --config missing.yml | Cannot read the configuration file missing.yml
            init --config . | Cannot read the configuration file .. Try: check that it exists
            --warehouse status | Expected parameter for option '--warehouse' but found 'status'
            init --source-password-file missing.txt | Cannot read the password file missing.txt (--source-password-file)
            """)
    void wrongInputIsNamedInOneLine(String arguments, String expected) {
        String[] words = Arrays.stream(arguments.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);
        assertTrue(complaint(words).contains(expected), () -> complaint(words));
    }

    @Test
    void emptyValuesAreNamedToo() {
        assertTrue(complaint("init", "--warehouse", "").contains("Not a file name: \"\" (--warehouse)"));
        assertTrue(complaint("init", "--source-url", "").contains("Not a JDBC URL of MySQL: \"\" (--source-url)"));
        assertTrue(complaint("init", "--config", "").contains("option '--config': '' is no file name"));
        assertTrue(complaint("validate", "--output", " ").contains("option '--output': ' ' is no file name"));
        assertTrue(complaint("init", "--config", "a\0b").contains("option '--config': 'a\0b' is no file name"));
    }

    @Test
    void aConfigurationFileInAnotherEncodingIsNotRead() throws IOException {
        Path file = Files.write(folder.resolve("latin1.yml"), "warehouse: gr\u00fc.db".getBytes(ISO_8859_1));
        assertTrue(complaint("init", "--config", file.toString()).contains("that it is text in UTF-8"));
    }

    @Test
    void aValueWithALineBreakIsStillOneLine() {
        assertTrue(complaint("init", "--retries", "a\nb").contains("(--retries)"));
        assertTrue(complaint("a\nb").contains("Unknown command"));
    }

    private String complaint(String... arguments) {
        FolderContent before = FolderContent.of(folder);
        String complaint = tidemark().run(arguments).exitingWith(2).complaint();
        assertEquals(before, FolderContent.of(folder));
        assertTrue(complaint.matches(".*\\. Try: .+\\."), complaint);
        assertTrue(!Files.exists(Path.of("analytics.db")), "made a warehouse in the working folder");
        return complaint;
    }

    private TidemarkCli tidemark() {
        return TidemarkCli.in(Map.of("TIDEMARK_WAREHOUSE", folder.resolve("analytics.db").toString()));
    }
}
