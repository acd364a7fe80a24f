package dev.tidemark.cli;

import dev.tidemark.check.Doctor;
import dev.tidemark.cli.terminal.Messages;
import dev.tidemark.config.Settings;
import dev.tidemark.keys.KeyReader;
import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.run.History;
import dev.tidemark.run.Progress;
import dev.tidemark.run.Retries;
import dev.tidemark.sqlite.WarehouseDatabase;
import dev.tidemark.star.DeleteLimit;
import dev.tidemark.star.Initializer;
import dev.tidemark.star.Loader;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.TableSync;
import dev.tidemark.status.StatusReader;
import dev.tidemark.validation.Validator;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** How the parts fit together. The strategies are found by the compiler: whatever is a {@link TableSync} takes part. */
@Factory
final class Wiring {
    @Singleton
    SyncPlan plan(List<TableSync> strategies) {
        return SyncPlan.of(strategies);
    }

    @Singleton
    @Bean(preDestroy = "close")
    WarehouseDatabase warehouse(Settings settings) {
        return new WarehouseDatabase(settings.warehouse(), settings.warehouseMode());
    }

    @Singleton
    History runs(WarehouseDatabase warehouse, Clock clock, Settings settings) {
        return new History(warehouse, clock, settings.keepRuns());
    }

    @Singleton
    Loader loader(
            SourceDatabase source,
            WarehouseDatabase warehouse,
            SyncPlan plan,
            History runs,
            Settings settings,
            Clock clock,
            Messages messages,
            Progress progress) {
        Retries retries = new Retries(settings.retries(), messages::say);
        Loader.Limits limits = new Loader.Limits(settings.lookBack(), new DeleteLimit(settings.maxDeletes()));
        return new Loader(source, warehouse, plan, runs, retries, limits, clock, progress);
    }

    @Singleton
    Initializer initializer(SourceDatabase source, WarehouseDatabase warehouse, SyncPlan plan, History runs) {
        return new Initializer(source, warehouse, plan, runs);
    }

    @Singleton
    Validator validator(
            SourceDatabase source, WarehouseDatabase warehouse, SyncPlan plan, Clock clock, Progress progress) {
        return new Validator(source, warehouse, plan, clock, progress);
    }

    @Singleton
    StatusReader statusReader(SourceDatabase source, WarehouseDatabase warehouse, SyncPlan plan, Clock clock) {
        return new StatusReader(source, warehouse, plan, clock);
    }

    @Singleton
    Doctor doctor(SourceDatabase source, WarehouseDatabase warehouse, SyncPlan plan, Clock clock) {
        return new Doctor(source, warehouse, plan, clock);
    }

    @Singleton
    KeyReader keyReader(WarehouseDatabase warehouse, SyncPlan plan) {
        return new KeyReader(warehouse, plan);
    }
}
