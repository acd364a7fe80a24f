package dev.tidemark.engine;

import dev.tidemark.books.SyncState;
import dev.tidemark.database.SourceColumn;
import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.orm.KeyFingerprint;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.ScalarMapper;
import dev.tidemark.orm.SourceTable;
import java.time.LocalDateTime;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The questions to a snapshot that take the server a pass over a table. Each is asked once, as the snapshot does not
 * change: by whoever needs the answer, or by other threads ahead of that.
 */
public final class SourceScans {
    /** To pass over so many rows takes a server as long as a client takes to connect. */
    private static final long ROWS_WORTH_A_CONNECTION = 200_000;

    private final SourceSnapshot source;
    private final Map<Question, Scan<?>> scans = new ConcurrentHashMap<>();

    /** Scans of this snapshot. */
    public SourceScans(SourceSnapshot source) {
        this.source = source;
    }

    /**
     * Whether questions after all tables of {@code plan} are worth a second connection: whether there are many rows
     * beside the largest table, which is all that the one could ask while the other is at that table.
     *
     * @param states the number of rows that there were lately, by table
     */
    public static boolean areWorthTwins(SyncPlan plan, Map<String, SyncState> states) {
        LongSummaryStatistics rows = plan.sourceSyncs()
                .mapToLong(sync -> states.get(sync.name()).rows())
                .summaryStatistics();
        return rows.getSum() - rows.getMax() >= ROWS_WORTH_A_CONNECTION;
    }

    /** The snapshot that is asked. */
    public SourceSnapshot source() {
        return source;
    }

    /** The columns of the source's schema that the user may see. */
    public List<SourceColumn> columns() {
        return catalog().answer(source);
    }

    /** Keys of the rows of {@code table} that changed at {@code since} or later, or that do not say when. */
    public KeySet changedKeys(SourceTable<?> table, LocalDateTime since) {
        return changes(table, since).answer(source);
    }

    /** The fingerprint of the keys that the source has for {@code sync}. */
    public KeyFingerprint fingerprint(SourceSync<?, ?> sync) {
        return keys(sync).answer(source);
    }

    /**
     * Begins to ask, on other threads, what the caller is going to ask of each table in order.
     *
     * @param states by table, the watermarks after which the caller asks for changes
     * @return ends what is still being asked when it is closed, which must be before the snapshot ends
     */
    public AskingAhead askAhead(SyncPlan plan, Map<String, SyncState> states) {
        List<AskingAhead.OfTable> tables = plan.sourceSyncs()
                .map(sync -> {
                    LocalDateTime since = states.get(sync.name()).watermark();
                    List<Scan<?>> changes = Stream.concat(Stream.of(sync.source()), Lookup.tables(sync.lookups()))
                            .<Scan<?>>map(table -> changes(table, since))
                            .toList();
                    return new AskingAhead.OfTable(changes, keys(sync));
                })
                .toList();
        return AskingAhead.begin(source, new AskingAhead.Questions(catalog(), tables));
    }

    private Scan<List<SourceColumn>> catalog() {
        return scan(new Question("", null), SourceSnapshot::columns);
    }

    private Scan<KeySet> changes(SourceTable<?> table, LocalDateTime since) {
        return scan(new Question(table.name(), since), snapshot -> snapshot.changedKeys(table, since));
    }

    private Scan<KeyFingerprint> keys(SourceSync<?, ?> sync) {
        return scan(
                new Question(sync.name(), null),
                snapshot -> snapshot.ask(
                        ScalarMapper.class,
                        mapper -> mapper.fingerprint(sync.source().keyQueries().fingerprint())));
    }

    private <T> Scan<T> scan(Question question, Function<SourceSnapshot, T> asking) {
        // The question decides the type of its answer.
        @SuppressWarnings("unchecked")
        Scan<T> scan = (Scan<T>) scans.computeIfAbsent(question, any -> new Scan<>(asking));
        return scan;
    }

    /**
     * After the changes of a source's table since a moment; with no moment, after the keys of a warehouse's table; with
     * no table, after the columns of all.
     */
    private record Question(String table, LocalDateTime since) {}
}
