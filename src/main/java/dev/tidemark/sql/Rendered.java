package dev.tidemark.sql;

import org.mybatis.dynamic.sql.render.RenderingStrategies;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.Buildable;

/** Renders statements of the DSL for mappers. */
public final class Rendered {
    private Rendered() {}

    /** The statement of {@code query}. */
    public static SelectStatementProvider select(Buildable<SelectModel> query) {
        return query.build().render(RenderingStrategies.MYBATIS3);
    }
}
