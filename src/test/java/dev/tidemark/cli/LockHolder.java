package dev.tidemark.cli;

import dev.tidemark.run.Progress;
import dev.tidemark.run.WarehouseLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A process that holds the lock of a warehouse until its stdin ends, for {@link BusyTest}. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        WarehouseLock lock =
                new WarehouseLock(Path.of(arguments[0]), Clock.systemUTC(), Duration.ZERO, Progress.NONE);
        try (WarehouseLock.Held _ = lock.take("full-load")) {
            System.out.println("holding");
            System.in.transferTo(System.out);
        }
    }
}
