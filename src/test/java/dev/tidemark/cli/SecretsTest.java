package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithUnchangedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A password is never shown, whatever goes wrong and however much is asked for. */
class SecretsTest extends WithUnchangedSource {
    private static final String PASSWORD = "hunter2";

    private final TidemarkCli withPassword = tidemark.with("TIDEMARK_SOURCE_PASSWORD", PASSWORD);

    @Test
    void notWhenItIsWrong() {
        for (String command : new String[] {"init", "incremental", "status"}) {
            expectNoPassword(withPassword.run(command, "--verbose"));
        }
        assertTrue(warehouse.rows("SELECT message FROM sync_run").stream().noneMatch(text -> text.contains(PASSWORD)));
    }

    @Test
    void notWhenItIsInTheUrlOrOnTheCommandLine() {
        TidemarkCli without = withPassword.without("TIDEMARK_SOURCE_PASSWORD");
        for (String[] arguments : new String[][] {
            {"init", "--source-url", "jdbc:mysql://root:hunter2@localhost/sakila", "--verbose"},
            {"init", "--source-url", "mysql://root:hunter2@localhost/sakila", "--verbose"},
            {"init", "--source-url", "jdbc:mysql://localhost/sakila?password=hunter2", "--verbose"},
            {"init", "--source-url", "jdbc:mysql://root/hunter2@localhost:1/sakila", "--verbose"},
            {"init", "--source-url", "jdbc:mysql://localhost:1/sakila;password=hunter2", "--verbose"},
            {"init", "--source-url", "jdbc:mysql://localhost:1/sakila?sslMode=REQUIRED;password=hunter2", "--verbose"},
            {"init", "--source-password=hunter2", "--verbose"},
            {"init", "--source-password", "hunter2", "--verbose"},
            {"--source-password", "hunter2", "init"},
            {"--password=hunter2", "init"},
        }) {
            expectNoPassword(without.run(arguments).exitingWith(2));
        }
    }

    @Test
    void notWhenItOpensAKeyStoreThatTheUrlNames() {
        for (String password : new String[] {"hunter2", "hunter2,hunter2", "a@hunter2", "(hunter2)"}) {
            String url = "jdbc:mysql://localhost:1/sakila?clientCertificateKeyStorePassword=" + password + "&x=y";
            TidemarkCli named = withPassword.with("TIDEMARK_SOURCE_URL", url).with("TIDEMARK_SOURCE_PASSWORD", "other");
            String expected = "jdbc:mysql://localhost:1/sakila?clientCertificateKeyStorePassword=(hidden)&x=y";
            for (String[] arguments : new String[][] {{"config"}, {"check"}, {"check", "--format", "json"}}) {
                TidemarkCli.Result result = named.run(arguments);
                expectNoPassword(result);
                assertTrue(result.out().contains(expected), result.out());
            }
        }
    }

    @Test
    void notWhenItIsAmongThePropertiesOfAHostOrThePath() {
        for (String url : new String[] {
            "jdbc:mysql://(host=localhost,port=1,trustCertificateKeyStorePassword=hunter2)/sakila",
            "jdbc:mysql://address=(host=localhost)(port=1)(trustCertificateKeyStorePassword=hunter2)/sakila",
            "jdbc:mysql://[(host=localhost,port=1,trustCertificateKeyStorePassword=hunter2)]/sakila",
            sakila.url() + "&trustCertificateKeyStorePassword=hunter2"
        }) {
            TidemarkCli named = tidemark.with("TIDEMARK_SOURCE_URL", url);
            for (String command : new String[] {"status", "incremental", "check"}) {
                expectNoPassword(named.run(command, "--verbose"));
            }
        }
    }

    @Test
    void notFromTheFilesThatHoldIt() throws IOException {
        Path yaml = Files.writeString(
                folder.resolve("tidemark.yml"), "source: {password: hunter2}\n- hunter2: hunter2: hunter2\n");
        expectNoPassword(withPassword.run("status", "--config", yaml.toString(), "--verbose").exitingWith(2));
        Path list = Files.writeString(folder.resolve("list.yml"), "- password: hunter2\n");
        expectNoPassword(withPassword.run("status", "--config", list.toString(), "--verbose").exitingWith(2));
        for (String value : new String[] {"*hunter2", "!hunter2", "!!int hunter2", "!!timestamp hunter2", "!<hunter2> x"}) {
            Path tagged = Files.writeString(folder.resolve("tagged.yml"), "source: {password: " + value + "}\n");
            expectNoPassword(withPassword.run("status", "--config", tagged.toString(), "--verbose").exitingWith(2));
        }
        Path secret = Files.writeString(folder.resolve("secret"), PASSWORD);
        expectNoPassword(withPassword.run("init", "--source-password-file", secret.toString(), "--verbose"));
    }

    private static void expectNoPassword(TidemarkCli.Result result) {
        assertFalse((result.out() + result.err()).contains(PASSWORD), () -> result.out() + result.err());
    }
}
