package dev.tidemark.database;

import java.util.List;

/**
 * Whether nothing became visible in the source for a while: then two snapshots that were taken meanwhile, one after the
 * other, show the same state.
 *
 * <p>What becomes visible was written by a transaction that is numbered when it begins to write, and stays in the
 * server's list until it is visible. If it is numbered when the list is read, it is in it; if not, it writes later, and
 * the log of changes grows. So the counters are read, then the list, then the snapshots are taken, and then the
 * counters are read again: no transaction with a number and equal counters mean that nothing became visible between
 * the snapshots.
 */
final class Stillness {
    private static final String LOG_POSITION = "lsn";

    private final SnapshotMapper server;
    private List<ServerVariable> before = List.of();

    Stillness(SnapshotMapper server) {
        this.server = server;
    }

    /** Begins to watch. The list must be read after this. */
    void watch() {
        before = server.writes();
    }

    /**
     * Whether the source was still from when the list was read until now. A server that does not tell how far its log
     * has grown is never known to be.
     *
     * @param horizon what the list showed
     */
    boolean lasted(SourceHorizon horizon) {
        return !horizon.writersOpen()
                && before.stream().anyMatch(Stillness::isLogPosition)
                && before.equals(server.writes());
    }

    private static boolean isLogPosition(ServerVariable variable) {
        return variable.name().contains(LOG_POSITION) && !variable.value().equals("0");
    }
}
