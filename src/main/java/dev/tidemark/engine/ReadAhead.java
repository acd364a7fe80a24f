package dev.tidemark.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Lets one thread read while the caller's writes: the one waits for the network while the other fills pages. At most a
 * few batches are held between them, so memory does not grow.
 *
 * @param <B> what is handed over
 */
final class ReadAhead<B> {
    private static final int BATCHES = 8;

    private final BlockingQueue<Message<B>> queue = new ArrayBlockingQueue<>(BATCHES);

    private ReadAhead() {}

    /**
     * Calls {@code reader} on a thread of its own, and {@code writer} on this one with all that the reader hands on, in
     * order. Returns when both are done; a failure of either ends both and is thrown here.
     *
     * @param cancel ends a read that waits for the network, which no interruption does
     */
    static <B> void run(Consumer<Consumer<B>> reader, Consumer<B> writer, Runnable cancel) {
        new ReadAhead<B>().start(reader, writer, cancel);
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
            reader.accept(batch -> put(new Message.Batch<>(batch)));
            put(new Message.End<>(null));
        } catch (Cancelled writerIsGone) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            putLast(new Message.End<>(failure));
        } catch (Error error) {
            putLast(new Message.Broken<>(error));
        }
    }

    private void write(Consumer<B> writer) {
        while (true) {
            switch (take()) {
                case Message.Batch<B>(B batch) -> writer.accept(batch);
                case Message.End<B>(RuntimeException failure) when failure != null -> throw failure;
                case Message.Broken<B>(Error error) -> throw error;
                case Message.End<B> end -> {
                    return;
                }
            }
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

    private sealed interface Message<B> {
        record Batch<B>(B rows) implements Message<B> {}

        record End<B>(RuntimeException failure) implements Message<B> {}

        record Broken<B>(Error error) implements Message<B> {}
    }

    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
