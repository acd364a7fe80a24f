package dev.tidemark.spark.load;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.struct;

import dev.tidemark.run.Counts;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.TargetTable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.functions;

/**
 * Compares rows of a table by their natural keys.
 *
 * @param spark joins the rows
 * @param lake the folder of the lake
 */
record RowComparison(SparkSession spark, LakeFolder lake) {
    private static final String WAS = "was";
    private static final String IS = "is";

    /** How the rows in {@code after} differ from those in {@code before} that have one of these leading keys. */
    Counts of(TargetTable<?> table, List<DataFile> before, KeySpans keys, List<DataFile> after) {
        if (before.isEmpty()) {
            return new Counts(0, after.stream().mapToLong(DataFile::rows).sum(), 0, 0, 0);
        }
        Dataset<Row> all = rows(before);
        UserDefinedFunction isKey = functions.udf((UDF1<Long, Boolean>) keys::contains, DataTypes.BooleanType);
        Dataset<Row> old = all.filter(isKey.apply(col(table.key().leading().name())));
        Dataset<Row> fresh = after.isEmpty() ? all.limit(0) : rows(after);
        Row counts = keyed(table, old, WAS)
                .join(keyed(table, fresh, IS), table.key().names().toArray(String[]::new), "full_outer")
                .select(
                        count_if(col(WAS).isNull()),
                        count_if(col(WAS).notEqual(col(IS))),
                        count_if(col(IS).isNull()),
                        count_if(col(WAS).equalTo(col(IS))))
                .first();
        return new Counts(0, counts.getLong(0), counts.getLong(1), counts.getLong(2), counts.getLong(3));
    }

    private Dataset<Row> rows(List<DataFile> files) {
        return spark.read().parquet(files.stream()
                .map(file -> lake.path(file.name()).toString())
                .toArray(String[]::new));
    }

    private static Dataset<Row> keyed(TargetTable<?> table, Dataset<Row> rows, String name) {
        return rows.select(Stream.concat(
                        table.key().names().stream().map(functions::col), Stream.of(struct(col("*")).as(name)))
                .toArray(Column[]::new));
    }
}
