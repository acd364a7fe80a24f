package dev.tidemark.run.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.source.SourceServer;
import dev.tidemark.source.TableMark;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a mark of the server proves that a table has not changed. */
class MarksTest {
    private static final LocalDateTime SNAPSHOT = LocalDateTime.parse("2026-05-04T12:00:00");
    private static final LocalDateTime CREATED = SNAPSHOT.minusDays(9);
    private static final LocalDateTime UPDATED = SNAPSHOT.minusHours(3);
    private static final LocalDateTime STARTED = SNAPSHOT.minusDays(30);
    private static final SourceRecord BEFORE =
            record("db:3306/sakila", "sakila", "uuid=1", STARTED, SNAPSHOT, SNAPSHOT.plusHours(2));

    @Test
    void aTableIsUntouchedThatBearsTheMarkItBore() {
        assertTrue(known(CREATED, UPDATED).isUntouched(mark(CREATED, UPDATED)));
    }

    @Test
    void oneThatWasTouchedBeforeOrAfterThatIsNot() {
        assertFalse(known(CREATED, UPDATED).isUntouched(mark(CREATED, UPDATED.plusSeconds(1))));
        assertFalse(known(CREATED, UPDATED).isUntouched(mark(CREATED, UPDATED.minusSeconds(1))));
    }

    @Test
    void oneThatWasCreatedAnewIsNot() {
        assertFalse(known(CREATED, UPDATED).isUntouched(mark(CREATED.plusSeconds(1), UPDATED)));
        assertFalse(known(CREATED, UPDATED).isUntouched(mark(CREATED.minusSeconds(1), UPDATED)));
    }

    @ParameterizedTest
    @CsvSource({"3600, true", "61, true", "60, true", "59, false", "1, false", "0, false", "-5, false"})
    void theMinuteBeforeItsFingerprintsMustHaveBeenOver(int secondsBefore, boolean untouched) {
        LocalDateTime updated = SNAPSHOT.minusSeconds(secondsBefore);
        assertEquals(untouched, known(CREATED, updated).isUntouched(mark(CREATED, updated)));
    }

    @Test
    void whatWasNotKnownProvesNothing() {
        assertFalse(known(null, null).isUntouched(mark(CREATED, UPDATED)));
        assertFalse(known(CREATED, UPDATED).withoutMark().isUntouched(mark(CREATED, UPDATED)));
    }

    @Test
    void aMarkThatIsKeptIsTheOneThatIsCompared() {
        TableRecord marked = known(null, null).withMark(mark(CREATED, UPDATED));
        assertTrue(marked.isUntouched(mark(CREATED, UPDATED)));
        assertEquals(known(CREATED, UPDATED), marked);
    }

    @ParameterizedTest
    @CsvSource({
        "3600, 3600, 0, true", "0, 0, 0, true", "3600, 3630, 0, true", "3600, 3570, 0, true", "3600, 3631, 0, false",
        "3600, 3569, 0, false", "-1, 0, 0, false", "-3600, 3600, 0, false", "3600, -3600, 0, false",
        "90000, 3600, 0, false", "3600, 3600, 3, true", "3600, 3600, -3, true", "3600, 3600, 4, false",
        "3600, 3600, -4, false", "3600, 3600, 3600, false"
    })
    void marksOfAServerCountThatHasBeenUpAndWhoseClockWentOnAsThisMachinesDid(
            int bySource, int byMachine, int startedLater, boolean continued) {
        SourceRecord now = record(
                BEFORE.address(),
                BEFORE.schemaName(),
                BEFORE.server(),
                STARTED.plusSeconds(startedLater),
                SNAPSHOT.plusSeconds(bySource),
                BEFORE.machineClock().plusSeconds(byMachine));
        assertEquals(continued, now.hasContinued(BEFORE));
    }

    @Test
    void aSourceIsAnotherWhereItsAddressSchemaOrServerIs() {
        assertTrue(named("db:3306/sakila", "sakila", "uuid=1").isSameSource(BEFORE));
        assertFalse(named("127.0.0.1:3306/sakila", "sakila", "uuid=1").isSameSource(BEFORE));
        assertFalse(named("db:3306/sakila", "SAKILA", "uuid=1").isSameSource(BEFORE));
        assertFalse(named("db:3306/sakila", "sakila", "uuid=2").isSameSource(BEFORE));
    }

    @Test
    void theRecordOfAServerHoldsWhatTellsItFromOthers() {
        SourceServer server = new SourceServer("9.7.0", "sakila", "uuid=1", STARTED, 7, true);
        assertEquals(
                BEFORE, SourceRecord.of(server, "db:3306/sakila", SNAPSHOT, SNAPSHOT.plusHours(2)));
    }

    private static SourceRecord named(String address, String schema, String server) {
        return record(address, schema, server, STARTED, SNAPSHOT, SNAPSHOT);
    }

    private static SourceRecord record(
            String address,
            String schema,
            String server,
            LocalDateTime started,
            LocalDateTime sourceClock,
            LocalDateTime machineClock) {
        return new SourceRecord(SourceRecord.ID, address, schema, server, started, 7, sourceClock, machineClock);
    }

    private static TableRecord known(LocalDateTime created, LocalDateTime updated) {
        return new TableRecord(1, "film", "all columns", 40, null, SNAPSHOT, created, updated);
    }

    private static TableMark mark(LocalDateTime created, LocalDateTime updated) {
        return new TableMark("film", created, updated);
    }
}
