package dev.tidemark.spark.load;

import dev.tidemark.failure.Causes;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.failure.Unchecked;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * Runs tasks on the executors.
 *
 * @param spark sends them
 */
public record Tasks(JavaSparkContext spark) {
    /** The tasks of a session. */
    public static Tasks of(SparkSession session) {
        return new Tasks(JavaSparkContext.fromSparkContext(session.sparkContext()));
    }

    /**
     * Runs a task for each of {@code inputs}, and returns what they return in the order of the inputs. A failure of a
     * task that people can understand is thrown as it is.
     *
     * @param most how many run at the same time at most
     * @param shared what all tasks need, sent once to each executor
     * @param task makes the task of what was sent
     */
    public <A, B, C extends Serializable> List<B> run(
            List<A> inputs, int most, C shared, Function<Broadcast<C>, FlatMapFunction<A, B>> task) {
        if (inputs.isEmpty()) {
            return List.of();
        }
        Broadcast<C> sent = spark.broadcast(shared);
        try {
            return spark.parallelize(inputs, Math.min(inputs.size(), most)).flatMap(task.apply(sent)).collect();
        } catch (Exception failure) {
            // Spark's own exception is a checked one, which its methods do not declare.
            throw Causes.of(failure)
                    .filter(TidemarkException.class::isInstance)
                    .map(TidemarkException.class::cast)
                    .findFirst()
                    .<RuntimeException>map(known -> known)
                    .orElseGet(() -> Unchecked.of(failure));
        } finally {
            sent.destroy();
        }
    }
}
