package dev.tidemark.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.LongStream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The least that a job of Spark can do with both tables of facts: it reads them in ranges of keys by Spark's own JDBC
 * source, and writes the rows as they are.
 */
public final class RawSparkJob {
    private RawSparkJob() {}

    /**
     * Runs the job.
     *
     * @param arguments the source's URL, user and password, the folder to write to, and the number of ranges
     */
    public static void main(String[] arguments) throws IOException {
        Properties login = new Properties();
        login.setProperty("user", arguments[1]);
        login.setProperty("password", arguments[2]);
        // Streams the rows, as a load does.
        login.setProperty("fetchsize", String.valueOf(Integer.MIN_VALUE));
        try (SparkSession session = SparkSession.builder().getOrCreate()) {
            for (String table : List.of("payment", "rental")) {
                session.read()
                        .jdbc(arguments[0], table, ranges(session, arguments, table, login), login)
                        .write()
                        .mode(SaveMode.Overwrite)
                        .parquet(arguments[3] + "/" + table);
            }
        }
    }

    private static String[] ranges(SparkSession session, String[] arguments, String table, Properties login) {
        String key = table + "_id";
        long last = session.read()
                .jdbc(arguments[0], "(SELECT MAX(" + key + ") AS last FROM " + table + ") AS largest", login)
                .head()
                .getAs("last") instanceof Number number ? number.longValue() : 0;
        long count = Long.parseLong(arguments[4]);
        long step = last / count + 1;
        return LongStream.range(0, count)
                .mapToObj(range -> "%s > %d AND %s <= %d".formatted(key, range * step, key, (range + 1) * step))
                .toArray(String[]::new);
    }
}
