package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.Replication;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exit code 3: accounts of the source that may not do what Tidemark needs. */
class AccountFailuresTest extends WithReplication {
    private final String user = sakila.name() + "_user";
    private TidemarkCli limited =
            tidemark.with("TIDEMARK_SOURCE_USERNAME", user).with("TIDEMARK_SOURCE_PASSWORD", "secret");

    AccountFailuresTest() {
        super(Replication.small());
    }

    @BeforeEach
    void createTheAccount() {
        sakila.execute("CREATE USER " + user + " IDENTIFIED BY 'secret'");
    }

    @AfterEach
    void dropIt() {
        sakila.execute("DROP USER " + user);
    }

    @Test
    void itMayNotUseTheSchema() {
        expect("User \"" + user + "\" may not use the schema at ");
    }

    @Test
    void itMayNotSeeEveryTable() {
        grant("SELECT", "film");
        expect("The source has no table actor, address, category, ");
    }

    @Test
    void itMayNotReadATableThatItSees() {
        sakila.rows("SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                        + " AND table_schema = '" + sakila.name() + "'")
                .forEach(table -> grant(table.equals("payment") ? "INSERT" : "SELECT", table));
        expect("User \"" + user + "\" may not read all of ");
    }

    @Test
    void nobodyGaveItsPassword() {
        String complaint = limited.with("TIDEMARK_SOURCE_PASSWORD", "").run("init").exitingWith(3).complaint();
        assertTrue(
                complaint.contains("refuses the login of user \"" + user + "\" without a password. Try: "), complaint);
    }

    @Test
    void itIsLocked() {
        sakila.execute("ALTER USER " + user + " ACCOUNT LOCK");
        expect("The account of user \"" + user + "\" at ");
    }

    @Test
    void itsPasswordIsNotSentWhereItCannotBeEncrypted() {
        limited = limited.with("TIDEMARK_SOURCE_TLS", "disabled");
        // MariaDB's logins need no key of the server: they get as far as the schema.
        expect(sakila.server().isMariaDb()
                ? "may not use the schema"
                : "would have to send the key that encrypts the password, which is not safe without TLS");
    }

    private void grant(String right, String table) {
        sakila.execute("GRANT " + right + " ON " + sakila.name() + "." + table + " TO " + user);
    }

    private void expect(String expected) {
        FolderContent before = FolderContent.of(folder);
        String complaint = limited.run("init").exitingWith(3).complaint();
        assertTrue(complaint.contains(expected), complaint);
        assertEquals(before, FolderContent.of(folder));
    }
}
