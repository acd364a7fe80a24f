package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Asks the source what will be needed, on threads of its own, until it is closed. Through one connection the questions
 * are asked in the order in which they are needed. Where the snapshot has a twin, one connection asks for changes and
 * the other for keys, so that neither is far behind; the first to be done asks the other's questions, from the last on.
 */
public final class AskingAhead implements AutoCloseable {
    /** Nothing is asked. */
    static final AskingAhead NONE = new AskingAhead(() -> {});

    private final Runnable end;

    private AskingAhead(Runnable end) {
        this.end = end;
    }

    /** Begins to ask {@code source}. */
    static AskingAhead begin(SourceSnapshot source, Questions questions) {
        AtomicBoolean ended = new AtomicBoolean();
        Thread thread = SourceThread.start(() -> ask(source, questions, ended));
        return new AskingAhead(() -> {
            ended.set(true);
            if (!questions.inOrder().stream().allMatch(Scan::isAnswered)) {
                source.abandon();
            }
            // A snapshot that is still on its way will find that nothing is to be asked any more.
            if (source.isOpen()) {
                SourceThread.join(thread);
            }
        });
    }

    @Override
    public void close() {
        end.run();
    }

    private static void ask(SourceSnapshot source, Questions questions, AtomicBoolean ended) {
        // Where the snapshot cannot be taken, whoever needs an answer is told why.
        if (source.opens()) {
            Optional<Thread> second = source.twin()
                    .map(twin -> SourceThread.start(() -> askEach(twin, questions.keysFirst(), ended)));
            askEach(source, second.isPresent() ? questions.changesFirst() : questions.inOrder(), ended);
            second.ifPresent(SourceThread::join);
        }
    }

    private static void askEach(SourceSnapshot snapshot, List<Scan<?>> scans, AtomicBoolean ended) {
        scans.stream().takeWhile(scan -> !ended.get()).forEach(scan -> scan.ask(snapshot));
    }

    /**
     * What is going to be asked.
     *
     * @param first what is needed before all tables
     * @param tables in the order in which they are needed
     */
    record Questions(Scan<?> first, List<OfTable> tables) {
        List<Scan<?>> inOrder() {
            return Stream.concat(
                            Stream.of(first),
                            tables.stream()
                                    .flatMap(table -> Stream.concat(table.changes().stream(), Stream.of(table.keys()))))
                    .toList();
        }

        List<Scan<?>> changesFirst() {
            return joined(List.of(List.of(first), changes(), keys().reversed()));
        }

        List<Scan<?>> keysFirst() {
            return joined(List.of(keys(), changes().reversed()));
        }

        private List<Scan<?>> changes() {
            return joined(tables.stream().map(OfTable::changes).toList());
        }

        private List<Scan<?>> keys() {
            return tables.stream().<Scan<?>>map(OfTable::keys).toList();
        }

        private static List<Scan<?>> joined(List<List<Scan<?>>> lists) {
            return lists.stream().flatMap(List::stream).toList();
        }
    }

    /**
     * What is going to be asked of a table.
     *
     * @param changes of the table and of those that its rows are completed from
     * @param keys its fingerprint
     */
    record OfTable(List<Scan<?>> changes, Scan<?> keys) {}
}
