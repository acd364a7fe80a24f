package dev.tidemark.report;

import dev.tidemark.run.history.TableRuns;
import dev.tidemark.status.StatusReader;
import dev.tidemark.status.StatusResult;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reads the report on a star from its warehouse alone, in one transaction. */
public final class StarReportReader {
    private final Target target;
    private final StatusReader status;
    private final Business business;
    private final Clock clock;

    /**
     * A reader of {@code target}.
     *
     * @param business the figures of what the star is about
     * @param clock this machine's clock
     */
    public StarReportReader(Target target, StatusReader status, Business business, Clock clock) {
        this.target = target;
        this.status = status;
        this.business = business;
        this.clock = clock;
    }

    /**
     * The report.
     *
     * @param program the program's name and version
     * @param runs how many of the last runs it shows
     */
    public Report read(String program, int runs) {
        String schema = target.schemaVersion();
        return target.read(session -> read(session, program, schema, runs));
    }

    private Report read(TargetSession session, String program, String schema, int runs) {
        Instant now = clock.instant();
        StatusResult result = status.readAlone(session, runs);
        List<Gap> gaps = RunFigures.gaps(result.runs(), now);
        return new Report(
                target.path().getFileName().toString(),
                "The star of " + result.source(),
                now,
                program,
                StateFacts.of(result, gaps, StateFacts.versions(program, schema, result.warehouse()), now),
                List.of(
                        RunFigures.section(result.runs(), gaps),
                        TableFigures.section(result, TableRuns.read(session)),
                        new Section("business", "The business", "", business.figures(session))));
    }
}
