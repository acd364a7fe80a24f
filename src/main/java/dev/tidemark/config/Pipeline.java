package dev.tidemark.config;

import java.util.Locale;

/** The kinds of pipelines. */
public enum Pipeline {
    /** The star of Sakila, from MySQL to a warehouse in SQLite. */
    SAKILA,
    /** The tables that the configuration file names, from a SQLite file to a database server. */
    COPY;

    /** The word for it in settings, such as {@code copy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same word, as the command line has it. */
    @Override
    public String toString() {
        return word();
    }

    /** The end of the pipeline that is a database server. */
    public ServerEnd server() {
        return this == COPY ? ServerEnd.TARGET : ServerEnd.SOURCE;
    }
}
