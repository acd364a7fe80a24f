package dev.tidemark.sakila.star;

import dev.tidemark.orm.RowMapper;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of bridge_film_actor. */
public interface BridgeFilmActorMapper extends RowMapper<BridgeFilmActor> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "film_key", javaType = Long.class)
    @Arg(column = "actor_key", javaType = Long.class)
    @Arg(column = "film_id", javaType = long.class)
    @Arg(column = "actor_id", javaType = long.class)
    Cursor<BridgeFilmActor> select(SelectStatementProvider select);
}
