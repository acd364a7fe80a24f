package dev.tidemark.sql;

import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;

/** MyBatis' mappers. Each is registered when it is first asked for, by name: a short command needs but a few. */
public final class Mappers {
    private Mappers() {}

    /** The mapper of this type that works through {@code session}. */
    public static <M> M of(SqlSession session, Class<M> type) {
        register(session.getConfiguration(), type);
        return session.getMapper(type);
    }

    /** Registers the mapper of this type unless it is. */
    public static void register(Configuration configuration, Class<?> type) {
        synchronized (configuration) {
            if (!configuration.hasMapper(type)) {
                // Statements are in annotations alone: MyBatis need not look through all jars for them.
                configuration.addLoadedResource("namespace:" + type.getName());
                configuration.addMapper(type);
            }
        }
    }
}
