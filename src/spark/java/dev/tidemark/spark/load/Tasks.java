package dev.tidemark.spark.load;

import dev.tidemark.failure.Causes;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.failure.Unchecked;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
     * task that people can understand is thrown as it is; no other task goes on then.
     *
     * @param shared what all tasks need, sent once to each executor
     * @param task makes the task of what was sent
     */
    public <A, B, C extends Serializable> List<B> run(
            List<A> inputs, C shared, Function<Broadcast<C>, FlatMapFunction<A, B>> task) {
        return sending(inputs, shared, sent -> collect(inputs, task.apply(sent)));
    }

    /**
     * Does the same with at most {@code most} tasks at a time. Spark bounds no job, so each task is a job of its own:
     * the next one starts when one ends, and a task that fails is repeated alone.
     */
    public <A, B, C extends Serializable> List<B> runAtMost(
            int most, List<A> inputs, C shared, Function<Broadcast<C>, FlatMapFunction<A, B>> task) {
        return sending(inputs, shared, sent -> inTurn(most, inputs, task.apply(sent)));
    }

    private <A, B> List<B> inTurn(int most, List<A> inputs, FlatMapFunction<A, B> task)
            throws InterruptedException {
        String group = "tidemark " + UUID.randomUUID();
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(inputs.size(), most))) {
            ExecutorCompletionService<List<B>> jobs = new ExecutorCompletionService<>(threads);
            List<Future<List<B>>> answers = inputs.stream()
                    .map(input -> jobs.submit(() -> {
                        spark.setJobGroup(group, "tidemark", true);
                        return collect(List.of(input), task);
                    }))
                    .toList();
            try {
                for (int ended = 0; ended < answers.size(); ended++) {
                    jobs.take().get();
                }
            } catch (ExecutionException failure) {
                throw Unchecked.of(failure.getCause());
            } finally {
                // After a failure others still run, or are about to.
                threads.shutdownNow();
                spark.sc().cancelJobGroupAndFutureJobs(group);
            }
            return answers.stream().map(Future::resultNow).flatMap(List::stream).toList();
        }
    }

    private <A, B> List<B> collect(List<A> inputs, FlatMapFunction<A, B> task) {
        return spark.parallelize(inputs, inputs.size()).flatMap(task).collect();
    }

    private <A, B, C extends Serializable> List<B> sending(List<A> inputs, C shared, Work<C, B> work) {
        if (inputs.isEmpty()) {
            return List.of();
        }
        Broadcast<C> sent = spark.broadcast(shared);
        try {
            return work.run(sent);
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

    /** Runs tasks that share what was sent. */
    @FunctionalInterface
    private interface Work<C, B> {
        List<B> run(Broadcast<C> sent) throws Exception;
    }
}
