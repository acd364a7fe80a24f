package dev.tidemark.orm;

import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.Optional;
import org.mybatis.dynamic.sql.BindableColumn;
import org.mybatis.dynamic.sql.SqlBuilder;
import org.mybatis.dynamic.sql.render.RenderingContext;
import org.mybatis.dynamic.sql.select.function.AbstractTypeConvertingFunction;
import org.mybatis.dynamic.sql.util.FragmentAndParameters;

/**
 * The seconds since 1970 of a TIMESTAMP of MySQL, which is how it is stored: a comparison of them takes a third of the
 * time of one of dates, for each of which the server computes a calendar day. It uses no index.
 */
public final class EpochSeconds extends AbstractTypeConvertingFunction<LocalDateTime, Long, EpochSeconds> {
    private EpochSeconds(BindableColumn<LocalDateTime> column) {
        super(column);
    }

    /** The seconds of {@code column}; 0 for NULL, for a zero date, and for a date that has none. */
    public static BindableColumn<Long> of(BindableColumn<LocalDateTime> column) {
        return Coalesce.of(new EpochSeconds(column), SqlBuilder.constant("0"));
    }

    @Override
    public Optional<JDBCType> jdbcType() {
        return Optional.of(JDBCType.BIGINT);
    }

    @Override
    public FragmentAndParameters render(RenderingContext context) {
        return column.render(context).mapFragment(fragment -> "unix_timestamp(" + fragment + ")");
    }

    @Override
    protected EpochSeconds copy() {
        return new EpochSeconds(column);
    }
}
