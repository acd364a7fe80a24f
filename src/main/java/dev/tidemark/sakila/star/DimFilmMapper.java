package dev.tidemark.sakila.star;

import dev.tidemark.orm.RowMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of dim_film. */
public interface DimFilmMapper extends RowMapper<DimFilm> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "film_id", javaType = long.class)
    @Arg(column = "title", javaType = String.class)
    @Arg(column = "description", javaType = String.class)
    @Arg(column = "rating", javaType = String.class)
    @Arg(column = "length", javaType = Integer.class)
    @Arg(column = "language", javaType = String.class)
    @Arg(column = "original_language", javaType = String.class)
    @Arg(column = "release_year", javaType = Integer.class)
    @Arg(column = "rental_duration", javaType = long.class)
    @Arg(column = "rental_rate_cents", javaType = long.class)
    @Arg(column = "replacement_cost_cents", javaType = long.class)
    @Arg(column = "special_features", javaType = String.class)
    @Arg(column = "last_update", javaType = LocalDateTime.class)
    Cursor<DimFilm> select(SelectStatementProvider select);
}
