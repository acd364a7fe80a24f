package dev.tidemark.sql;

import org.mybatis.dynamic.sql.BindableColumn;
import org.mybatis.dynamic.sql.render.RenderingContext;
import org.mybatis.dynamic.sql.select.function.AbstractTypeConvertingFunction;
import org.mybatis.dynamic.sql.util.FragmentAndParameters;

/**
 * Whether a time of MySQL is of a day that the calendar has: neither with a zero for the month or the day, nor such as
 * the 30th of February. It is 1 or 0, or NULL.
 *
 * @param <T> what the column holds
 */
final class CalendarDay<T> extends AbstractTypeConvertingFunction<T, Integer, CalendarDay<T>> {
    CalendarDay(BindableColumn<T> time) {
        super(time);
    }

    @Override
    public FragmentAndParameters render(RenderingContext context) {
        return column.render(context)
                .mapFragment(time -> "(date(" + time + ") = from_days(to_days(" + time + ")))");
    }

    @Override
    protected CalendarDay<T> copy() {
        return new CalendarDay<>(column);
    }
}
