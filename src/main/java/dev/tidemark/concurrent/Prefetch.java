package dev.tidemark.concurrent;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Lets another thread read elements ahead of the one that works on them, in blocks. */
public final class Prefetch {
    private static final int ELEMENTS_A_BLOCK = 500;

    private Prefetch() {}

    /**
     * Calls {@code worker} on this thread with the elements of {@code source}, in order; it must take all of them.
     *
     * @param source is called on another thread, and gives its elements to what it is called with
     */
    public static <E> void read(Consumer<Consumer<Iterator<E>>> source, Consumer<Iterator<E>> worker) {
        read(source, worker, () -> {});
    }

    /** The same for a source that waits for the network; {@code cancel} ends that, which an interruption does not. */
    public static <E> void read(
            Consumer<Consumer<Iterator<E>>> source, Consumer<Iterator<E>> worker, Runnable cancel) {
        RowPipe.<List<E>>readAhead(
                RowPipe.USUAL_WAITING,
                blocks -> source.accept(elements -> stream(elements)
                        .gather(Gatherers.windowFixed(ELEMENTS_A_BLOCK))
                        .forEach(blocks)),
                blocks -> worker.accept(stream(blocks).flatMap(List::stream).iterator()),
                cancel);
    }

    private static <E> Stream<E> stream(Iterator<E> elements) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(elements, Spliterator.ORDERED), false);
    }
}
