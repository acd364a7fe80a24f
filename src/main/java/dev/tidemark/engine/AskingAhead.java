package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Asks the source what will be needed, on threads of its own, until it is closed. Through one connection the questions
 * are asked in the order in which they are needed. Where the snapshot has a twin, one connection asks for changes and the
 * other for keys, so that neither is far behind; the first to be done asks the other's questions, from the last on.
 */
public final class AskingAhead implements AutoCloseable {
    /** Nothing is asked. */
    static final AskingAhead NONE = new AskingAhead(() -> {});

    private final Runnable end;

    private AskingAhead(Runnable end) {
        this.end = end;
    }

    /**
     * Begins to ask {@code source}.
     *
     * @param first what is needed before all tables
     * @param tables in the order in which they are needed
     */
    static AskingAhead begin(SourceSnapshot source, Scan<?> first, List<OfTable> tables) {
        List<Scan<?>> changes = tables.stream()
                .<Scan<?>>flatMap(table -> table.changes().stream())
                .toList();
        List<Scan<?>> keys = tables.stream().<Scan<?>>map(OfTable::keys).toList();
        List<Scan<?>> all = joined(
                List.of(List.of(first), tables.stream().flatMap(OfTable::inOrder).toList()));
        AtomicBoolean ended = new AtomicBoolean();
        Runnable main = () -> ask(
                source, source.twin().isEmpty() ? all : joined(List.of(List.of(first), changes, keys.reversed())), ended);
        Runnable second = () -> source.twin().ifPresent(twin -> ask(twin, joined(List.of(keys, changes.reversed())), ended));
        List<Thread> threads = Stream.of(main, second)
                .map(asking -> SourceThread.start(() -> {
                    if (source.opens()) {
                        asking.run();
                    }
                }))
                .toList();
        return new AskingAhead(() -> {
            ended.set(true);
            if (!all.stream().allMatch(Scan::isAnswered)) {
                source.abandon();
            }
            threads.forEach(SourceThread::join);
        });
    }

    @Override
    public void close() {
        end.run();
    }

    private static void ask(SourceSnapshot snapshot, List<Scan<?>> scans, AtomicBoolean ended) {
        scans.stream().takeWhile(scan -> !ended.get()).forEach(scan -> scan.ask(snapshot));
    }

    private static List<Scan<?>> joined(List<List<Scan<?>>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    /**
     * What is going to be asked of a table.
     *
     * @param changes of the table and of those that its rows are completed from
     * @param keys its fingerprint
     */
    record OfTable(List<Scan<?>> changes, Scan<?> keys) {
        Stream<Scan<?>> inOrder() {
            return Stream.concat(changes.stream(), Stream.of(keys));
        }
    }
}
