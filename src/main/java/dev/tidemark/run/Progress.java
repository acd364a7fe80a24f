package dev.tidemark.run;

import java.util.Iterator;

/** Takes the progress of a run, for people who wait. Calls come from one thread, and are cheap. */
public interface Progress {
    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public boolean isShown() {
            return false;
        }

        @Override
        public void work(String what) {}

        @Override
        public void await() {}

        @Override
        public void expect(long rows) {}

        @Override
        public void rows(long more) {}

        @Override
        public void end() {}
    };

    /** Whether people see the progress: only then is it worth counting the rows to expect. */
    boolean isShown();

    /** Another piece of work begins, such as a table; the one before is over. */
    void work(String what);

    /** From now on this piece of work waits for a server, which may fall silent. */
    void await();

    /** The number of rows that this piece of work will read, which may be an estimate. */
    void expect(long rows);

    /** More rows are done. */
    void rows(long more);

    /** All work is over. */
    void end();

    /** {@code rows}, each counted when it is taken. */
    default <R> Iterator<R> counting(Iterator<R> rows) {
        if (!isShown()) {
            return rows;
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public R next() {
                Progress.this.rows(1);
                return rows.next();
            }
        };
    }
}
