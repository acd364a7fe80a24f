package dev.tidemark.mysql;

import java.math.BigDecimal;
import org.mybatis.dynamic.sql.BindableColumn;
import org.mybatis.dynamic.sql.render.RenderingContext;
import org.mybatis.dynamic.sql.select.function.AbstractUniTypeFunction;
import org.mybatis.dynamic.sql.util.FragmentAndParameters;

/** An amount as a decimal number. The server's sum of a FLOAT or of a text is not exact, though each value may be. */
final class ExactAmount extends AbstractUniTypeFunction<BigDecimal, ExactAmount> {
    ExactAmount(BindableColumn<BigDecimal> amount) {
        super(amount);
    }

    @Override
    public FragmentAndParameters render(RenderingContext context) {
        return column.render(context).mapFragment(amount -> "CAST(" + amount + " AS DECIMAL(65, 4))");
    }

    @Override
    protected ExactAmount copy() {
        return new ExactAmount(column);
    }
}
