package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A source whose tables change: a load fails before it writes a row if something needed is missing, and ignores the
 * rest.
 */
class SourceSchemaTest extends WithFlakyNetwork {
    private final Map<String, List<String>> before = survivor.star();

    @BeforeEach
    void changeTheSource() {
        SourceChanges.make(sakila, 1);
    }

    @Test
    void aColumnThatIsGoneIsNamed() {
        sakila.execute("ALTER TABLE payment DROP COLUMN amount");
        refuse("incremental", "table payment has no column amount");
        refuse("full-load", "table payment has no column amount");
    }

    @Test
    void aColumnThatIsRenamedUnderTheSnapshotIsNamed() {
        network.once("from payment", link -> sakila.execute("ALTER TABLE payment RENAME COLUMN amount TO price"));

        TidemarkCli.Result result = remote.run("full-load").exitingWith(3);

        List<String> lines = result.err().lines().toList();
        assertEquals(2, lines.size(), result.err());
        assertTrue(lines.getFirst().endsWith("Trying again in 1 s (1 of 3)."), lines.getFirst());
        assertTrue(lines.getLast().contains("table payment has no column amount"), lines.getLast());
        survivor.requireUntouched(before);
    }

    @Test
    void aTableThatIsGoneIsNamed() {
        sakila.execute("RENAME TABLE film_category TO genre");
        refuse("incremental", "has no table film_category");
    }

    @Test
    void moreColumnsAndIndexesAreNoneOfItsBusiness() {
        sakila.execute(
                "ALTER TABLE payment ADD COLUMN note VARCHAR(20) NOT NULL DEFAULT 'none' FIRST",
                "CREATE INDEX by_amount ON payment (amount)",
                "CREATE TABLE coupon (coupon_id INT PRIMARY KEY)");
        remote.succeed("incremental");
        survivor.requireLevelWith(sakila);
    }

    private void refuse(String command, String expected) {
        String complaint = remote.run(command).exitingWith(3).complaint();
        assertTrue(complaint.contains(expected), complaint);
        survivor.requireUntouched(before);
    }
}
