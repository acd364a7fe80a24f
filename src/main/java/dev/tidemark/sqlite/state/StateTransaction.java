package dev.tidemark.sqlite.state;

import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.sqlite.WarehouseSession;
import dev.tidemark.target.TargetSession;

/** A transaction of the state. */
record StateTransaction(WarehouseSession session) implements StateSession {
    @Override
    public TargetSession records() {
        return session;
    }

    @Override
    public RowMap rows() {
        return new StateRows(session);
    }

    @Override
    public void commit() {
        session.commit();
    }

    @Override
    public void complete() {
        session.complete();
    }

    @Override
    public void close() {
        session.close();
    }
}
