package dev.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An option file of MySQL gives what nothing else gives, and is read as MySQL's programs read it. */
class OptionFileTest {
    private static final String FILE = """
            # Written by hand
            [mysqld]
            user = mysql
            [client]
            ; of the analysts
            user = reader
            password = "it's # \\"secret\\""   # a comment
            host=db.example.com
            port = 3307
            ssl_mode=VERIFY_CA
            local-infile
            [mysql]
            user = other
            """;

    @TempDir
    private Path folder;

    @Test
    void theGroupOfClientsIsTaken() throws IOException {
        Settings.Source source = load(FILE, Map.of()).source();
        assertEquals("jdbc:mysql://db.example.com:3307/sakila", source.url());
        assertEquals("reader", source.username());
        assertEquals("it's # \"secret\"", source.password().value());
        assertEquals(Optional.of(TlsMode.VERIFY_CA), source.tls());
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        assertEquals("reader", load("\uFEFF" + FILE.substring(FILE.indexOf("[client]")), Map.of()).source().username());
    }

    @Test
    void everyOtherPlaceWins() throws IOException {
        Settings.Source source = load(FILE, Map.of(
                "TIDEMARK_SOURCE_URL", "jdbc:mysql://other/sakila?sslMode=DISABLED",
                "TIDEMARK_SOURCE_PASSWORD", "mine")).source();
        assertEquals("jdbc:mysql://other/sakila?sslMode=DISABLED", source.url());
        assertEquals("reader", source.username());
        assertEquals("mine", source.password().value());
        assertEquals(Optional.empty(), source.tls());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            password=plain          | plain
            password = a b          | a b
            password=a#b            | a
            password='a#b'          | a#b
            password="a\\\\b"       | a\\b
            password=a\\sb          | a b
            password=\\q            | \\q
            password=               | ``
            password                | ``
            """)
    void valuesAreQuotedAndEscapedAsMysqlDoes(String line, String expected) throws IOException {
        assertEquals(expected.strip(), load("[client]\n" + line.strip() + "\n", Map.of()).source().password().value());
    }

    private Settings load(String content, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(folder.resolve("my.cnf"), content);
        return SettingsLoader.load(new SettingSources(
                Map.of(Setting.SOURCE_OPTION_FILE, file.toString()), environment, Optional.empty()));
    }
}
