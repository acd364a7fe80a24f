package dev.tidemark.concurrent;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Lets one thread read while the caller's writes: the one waits for the network while the other fills pages. At most a
 * few batches are held between them, so memory does not grow.
 *
 * @param <B> what is handed over
 */
public final class RowPipe<B> {
    private static final int BATCHES = 8;

    private final BlockingQueue<Message<B>> queue = new ArrayBlockingQueue<>(BATCHES);

    private RowPipe() {}

    /**
     * Calls {@code reader} on a thread of its own, and {@code writer} on this one with all that the reader hands on, in
     * order. Returns when both are done; a failure of either ends both and is thrown here.
     *
     * @param cancel ends a read that waits for the network, which no interruption does
     */
    public static <B> void run(Consumer<Consumer<B>> reader, Consumer<B> writer, Runnable cancel) {
        new RowPipe<B>().start(reader, writer, cancel);
    }

    private void start(Consumer<Consumer<B>> reader, Consumer<B> writer, Runnable cancel) {
        Thread thread = SourceThread.start(() -> read(reader));
        try {
            write(writer);
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

    private void write(Consumer<B> writer) {
        Optional<B> batch = take().batch();
        while (batch.isPresent()) {
            writer.accept(batch.get());
            batch = take().batch();
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

    /** What the reader says: here is a batch, or there are no more, or it failed. */
    private interface Message<B> {
        /** The next batch, if there is one; the reader's failure is thrown here. */
        Optional<B> batch();
    }

    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
