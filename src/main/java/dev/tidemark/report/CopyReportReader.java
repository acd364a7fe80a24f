package dev.tidemark.report;

import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.status.CopyStatusReader;
import dev.tidemark.copy.status.CopyStatusResult;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reads the report on a copy from its state file alone, in one transaction. */
public final class CopyReportReader {
    private final CopyState state;
    private final CopyStatusReader status;
    private final Clock clock;

    /**
     * A reader of {@code state}.
     *
     * @param clock this machine's clock
     */
    public CopyReportReader(CopyState state, CopyStatusReader status, Clock clock) {
        this.state = state;
        this.status = status;
        this.clock = clock;
    }

    /**
     * The report.
     *
     * @param program the program's name and version
     * @param runs how many of the last runs it shows
     */
    public Report read(String program, int runs) {
        String schema = state.file().schemaVersion();
        try (StateSession session = state.begin()) {
            return read(session, program, schema, runs);
        }
    }

    private Report read(StateSession session, String program, String schema, int runs) {
        Instant now = clock.instant();
        CopyStatusResult result = status.read(session.records(), runs);
        List<Gap> gaps = RunFigures.gaps(result.runs(), now);
        return new Report(
                state.file().path().getFileName().toString(),
                "The copy of " + result.source() + " to " + result.target(),
                now,
                program,
                StateFacts.of(result, gaps, StateFacts.versions(program, schema, result.state()), now),
                List.of(
                        RunFigures.section(result.runs(), gaps),
                        TableFigures.section(
                                result,
                                status.tableRuns(session.records()),
                                RejectionFigures.carried(result),
                                RejectionFigures.reasons(status.rejected(session)))));
    }
}
