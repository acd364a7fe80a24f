package dev.tidemark.sakila.source;

import dev.tidemark.orm.RowMapper;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of film. */
public interface FilmMapper extends RowMapper<Film> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "film_id", javaType = long.class)
    @Arg(column = "title", javaType = String.class)
    @Arg(column = "description", javaType = String.class)
    @Arg(column = "release_year", javaType = Integer.class)
    @Arg(column = "language_id", javaType = long.class)
    @Arg(column = "original_language_id", javaType = Long.class)
    @Arg(column = "rental_duration", javaType = long.class)
    @Arg(column = "rental_rate", javaType = BigDecimal.class)
    @Arg(column = "length", javaType = Integer.class)
    @Arg(column = "replacement_cost", javaType = BigDecimal.class)
    @Arg(column = "rating", javaType = String.class)
    @Arg(column = "special_features", javaType = String.class)
    @Arg(column = "last_update", javaType = LocalDateTime.class)
    Cursor<Film> select(SelectStatementProvider select);
}
