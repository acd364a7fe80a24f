package dev.tidemark.support;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfigurationStrategy;

/** How many test classes run at the same time: four, each with its own server, or one if there is one server. */
public final class TestThreads implements ParallelExecutionConfigurationStrategy {
    private static final int LONGEST_PAUSE_SECONDS = 3_600;

    @Override
    public ParallelExecutionConfiguration createConfiguration(ConfigurationParameters parameters) {
        return new Threads(SourceServers.areOne() ? 1 : 4);
    }

    /** Exactly {@code count} threads, which live to the end, because a new thread would start a server. */
    private record Threads(int count) implements ParallelExecutionConfiguration {
        @Override
        public int getParallelism() {
            return count;
        }

        @Override
        public int getMinimumRunnable() {
            return 0;
        }

        @Override
        public int getMaxPoolSize() {
            return count;
        }

        @Override
        public int getCorePoolSize() {
            return count;
        }

        @Override
        public int getKeepAliveSeconds() {
            return LONGEST_PAUSE_SECONDS;
        }

        @Override
        public Predicate<? super ForkJoinPool> getSaturatePredicate() {
            return pool -> true;
        }
    }
}
