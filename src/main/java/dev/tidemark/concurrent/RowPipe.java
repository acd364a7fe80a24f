package dev.tidemark.concurrent;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Lets another thread read while the caller's thread writes: one waits for the network while the other fills pages. It
 * holds only a few batches between them, so memory does not grow.
 *
 * @param <B> the type of a batch
 */
public final class RowPipe<B> {
    /** How many batches of some thousand rows may wait for the writer. */
    public static final int USUAL_WAITING = 8;

    private final BlockingQueue<Message<B>> queue;

    private RowPipe(int waiting) {
        this.queue = new ArrayBlockingQueue<>(waiting);
    }

    /**
     * Calls {@code reader} on another thread, and {@code writer} on this one with each batch of the reader, in order.
     * Returns when both are done; a failure of either ends both and is thrown here.
     *
     * @param waiting how many batches may wait for the writer
     * @param cancel ends a read that waits for the network; an interruption does not
     */
    public static <B> void run(int waiting, Consumer<Consumer<B>> reader, Consumer<B> writer, Runnable cancel) {
        readAhead(waiting, reader, batches -> batches.forEachRemaining(writer), cancel);
    }

    /** The same for a {@code writer} that takes the batches of the reader itself; it must take all of them. */
    public static <B> void readAhead(
            int waiting, Consumer<Consumer<B>> reader, Consumer<Iterator<B>> writer, Runnable cancel) {
        new RowPipe<B>(waiting).start(reader, writer, cancel);
    }

    private void start(Consumer<Consumer<B>> reader, Consumer<Iterator<B>> writer, Runnable cancel) {
        Thread thread = SourceThread.start(() -> read(reader));
        try {
            writer.accept(new Batches());
        } catch (RuntimeException | Error failure) {
            thread.interrupt();
            cancel.run();
            throw failure;
        } finally {
            SourceThread.join(thread);
        }
    }

    private void read(Consumer<Consumer<B>> reader) {
        try {
            reader.accept(batch -> put(() -> Optional.of(batch)));
            put(Optional::empty);
        } catch (Cancelled writerIsGone) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            putLast(() -> {
                throw failure;
            });
        } catch (Error error) {
            putLast(() -> {
                throw error;
            });
        }
    }

    private void put(Message<B> message) {
        try {
            queue.put(message);
        } catch (InterruptedException writerFailed) {
            throw new Cancelled();
        }
    }

    private void putLast(Message<B> message) {
        try {
            queue.put(message);
        } catch (InterruptedException writerFailed) {
            Thread.currentThread().interrupt();
        }
    }

    private Message<B> take() {
        try {
            return queue.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    private final class Batches implements Iterator<B> {
        private Optional<B> next;

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = take().batch();
            }
            return next.isPresent();
        }

        @Override
        public B next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            B batch = next.get();
            next = null;
            return batch;
        }
    }

    /** A message of the reader: a batch, the end, or its failure. */
    private interface Message<B> {
        /** The batch; empty at the end. Throws the reader's failure. */
        Optional<B> batch();
    }

    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
