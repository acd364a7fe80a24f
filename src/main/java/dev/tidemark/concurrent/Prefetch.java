package dev.tidemark.concurrent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Lets another thread read elements ahead of the one that works on them, in blocks. */
public final class Prefetch {
    private static final int ELEMENTS_A_BLOCK = 500;

    private Prefetch() {}

    /**
     * Calls {@code worker} on this thread with the elements of {@code source}, in order; it must take all of them.
     *
     * @param source is called on another thread, and passes its elements to what it is called with
     */
    public static <E> void read(Consumer<Consumer<E>> source, Consumer<Iterator<E>> worker) {
        read(source, worker, () -> {});
    }

    /** The same for a source that waits for the network; {@code cancel} ends that, which an interruption does not. */
    public static <E> void read(Consumer<Consumer<E>> source, Consumer<Iterator<E>> worker, Runnable cancel) {
        RowPipe.<List<E>>readAhead(
                RowPipe.USUAL_WAITING,
                next -> {
                    Collecting<E> elements = new Collecting<>(next);
                    source.accept(elements);
                    elements.pass();
                },
                blocks -> worker.accept(new Elements<>(blocks)),
                cancel);
    }

    private static final class Collecting<E> implements Consumer<E> {
        private final Consumer<List<E>> next;
        private List<E> block = new ArrayList<>(ELEMENTS_A_BLOCK);

        private Collecting(Consumer<List<E>> next) {
            this.next = next;
        }

        @Override
        public void accept(E element) {
            block.add(element);
            if (block.size() == ELEMENTS_A_BLOCK) {
                pass();
            }
        }

        private void pass() {
            next.accept(block);
            block = new ArrayList<>(ELEMENTS_A_BLOCK);
        }
    }

    private static final class Elements<E> implements Iterator<E> {
        private final Iterator<List<E>> blocks;
        private Iterator<E> block = Collections.emptyIterator();

        private Elements(Iterator<List<E>> blocks) {
            this.blocks = blocks;
        }

        @Override
        public boolean hasNext() {
            while (!block.hasNext() && blocks.hasNext()) {
                block = blocks.next().iterator();
            }
            return block.hasNext();
        }

        @Override
        public E next() {
            return block.next();
        }
    }
}
