package dev.tidemark.orm;

import org.mybatis.dynamic.sql.BasicColumn;
import org.mybatis.dynamic.sql.BindableColumn;
import org.mybatis.dynamic.sql.render.RenderingContext;
import org.mybatis.dynamic.sql.select.function.AbstractUniTypeFunction;
import org.mybatis.dynamic.sql.util.FragmentAndParameters;

/** The first of two columns that is not NULL, for which the DSL has no word. */
public final class Coalesce extends AbstractUniTypeFunction<Long, Coalesce> {
    private final BasicColumn otherwise;

    private Coalesce(BindableColumn<Long> column, BasicColumn otherwise) {
        super(column);
        this.otherwise = otherwise;
    }

    /** The value of {@code column}, or that of {@code otherwise} where it is NULL. */
    public static Coalesce of(BindableColumn<Long> column, BasicColumn otherwise) {
        return new Coalesce(column, otherwise);
    }

    @Override
    public FragmentAndParameters render(RenderingContext context) {
        FragmentAndParameters first = column.render(context);
        FragmentAndParameters second = otherwise.render(context);
        return FragmentAndParameters.withFragment("coalesce(" + first.fragment() + ", " + second.fragment() + ")")
                .withParameters(first.parameters())
                .withParameters(second.parameters())
                .build();
    }

    @Override
    protected Coalesce copy() {
        return new Coalesce(column, otherwise);
    }
}
