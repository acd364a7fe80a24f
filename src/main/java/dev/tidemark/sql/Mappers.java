package dev.tidemark.sql;

import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;

/** MyBatis' mappers. Each is registered when it is first asked for: a short command needs only a few. */
public final class Mappers {
    private Mappers() {}

    /** The mapper of this type that works through {@code session}. */
    public static <M> M of(SqlSession session, Class<M> type) {
        register(session.getConfiguration(), type);
        return session.getMapper(type);
    }

    /** Registers the mapper of this type if it is missing. */
    public static void register(Configuration configuration, Class<?> type) {
        synchronized (configuration) {
            if (!configuration.hasMapper(type)) {
                // All statements are in annotations: MyBatis need not search the jars for them.
                configuration.addLoadedResource("namespace:" + type.getName());
                configuration.addMapper(type);
            }
        }
    }
}
