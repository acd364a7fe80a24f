package dev.tidemark.copy.state;

import static dev.tidemark.copy.state.AttemptTable.COPY_ATTEMPT;
import static dev.tidemark.copy.state.TableOutcomeTable.COPY_RESULT;
import static dev.tidemark.copy.state.TableStateTable.COPY_TABLE;

import dev.tidemark.run.history.History;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.target.TargetSession;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a copy keeps of its runs: their attempts, and what they did with each table. */
public final class RunRecords implements History.Records {
    @Override
    public Set<Long> neededRuns(TargetSession session) {
        return session.rows(COPY_TABLE).stream()
                .map(TableState::runId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public void forgetUpTo(TargetSession session, long runId, Set<Long> needed) {
        Key last = Key.of(runId, Long.MAX_VALUE);
        session.delete(COPY_ATTEMPT, session.rows(COPY_ATTEMPT, KeySpans.ALL, null, last).stream()
                .filter(attempt -> !needed.contains(attempt.runId()))
                .map(COPY_ATTEMPT::keyOf)
                .toList());
        session.delete(COPY_RESULT, session.rows(COPY_RESULT, KeySpans.ALL, null, last).stream()
                .filter(outcome -> !needed.contains(outcome.runId()))
                .map(COPY_RESULT::keyOf)
                .toList());
    }
}
