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
            return joined(
                    Stream.of(first),
                    tables.stream().flatMap(table -> Stream.concat(table.changes().stream(), Stream.of(table.keys()))));
        }

        List<Scan<?>> changesFirst() {
            return joined(Stream.of(first), joined(changes(), keys().reversed().stream()).stream());
        }

        List<Scan<?>> keysFirst() {
            return joined(keys().stream(), joined(changes(), Stream.empty()).reversed().stream());
        }

        private Stream<Scan<?>> changes() {
            return tables.stream().flatMap(table -> table.changes().stream());
        }

        private List<Scan<?>> keys() {
            return tables.stream().<Scan<?>>map(OfTable::keys).toList();
        }

        private static List<Scan<?>> joined(Stream<? extends Scan<?>> one, Stream<? extends Scan<?>> other) {
            return Stream.<Scan<?>>concat(one, other).toList();
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
