package dev.tidemark.cli;

import dev.tidemark.run.WarehouseLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A process that holds the lock of a warehouse until its stdin ends, for {@link BusyTest}. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) {
        WarehouseLock.holding(
                Path.of(arguments[0]), "full-load", Clock.systemUTC(), Duration.ZERO, LockHolder::holdUntilStdinEnds);
    }

    private static Void holdUntilStdinEnds() {
        System.out.println("holding");
        try {
            System.in.transferTo(System.out);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return null;
    }
}
