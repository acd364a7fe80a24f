package dev.tidemark.cli;

import dev.tidemark.check.Doctor;
import dev.tidemark.cli.log.RunLog;
import dev.tidemark.cli.terminal.Messages;
import dev.tidemark.config.Settings;
import dev.tidemark.export.Exporter;
import dev.tidemark.keys.KeyReader;
import dev.tidemark.report.Business;
import dev.tidemark.report.StarReportReader;
import dev.tidemark.run.DeleteLimit;
import dev.tidemark.run.Progress;
import dev.tidemark.run.Retries;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.run.history.History;
import dev.tidemark.run.state.States;
import dev.tidemark.source.Source;
import dev.tidemark.sqlite.FileKind;
import dev.tidemark.sqlite.WarehouseDatabase;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.TableSync;
import dev.tidemark.star.load.Initializer;
import dev.tidemark.star.load.Loader;
import dev.tidemark.status.StatusReader;
import dev.tidemark.target.Target;
import dev.tidemark.validation.Validator;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Puts the parts together. The compiler finds the strategies: every bean that is a {@link TableSync}. */
@Factory
final class Wiring {
    @Singleton
    SyncPlan plan(List<TableSync> strategies) {
        return SyncPlan.of(strategies);
    }

    @Singleton
    @Bean(preDestroy = "close")
    WarehouseDatabase warehouse(Settings settings) {
        return new WarehouseDatabase(FileKind.WAREHOUSE, settings.warehouse(), settings.warehouseMode());
    }

    @Singleton
    WarehouseLock lock(Target target, Clock clock, Settings settings, Progress progress) {
        return new WarehouseLock(target.path(), clock, settings.lockWait(), progress);
    }

    @Singleton
    History history(Target target, Clock clock, Settings settings, RunLog log) {
        return new History(target, clock, settings.keepRuns(), States.RUNS, log::recordedAs);
    }

    @Singleton
    Loader loader(
            Source source,
            Target target,
            SyncPlan plan,
            WarehouseLock lock,
            History history,
            Settings settings,
            Clock clock,
            Messages messages,
            Progress progress) {
        Retries retries = new Retries(
                settings.retries(), settings.pipeline().timeout(), System::nanoTime, messages::say);
        Loader.Limits limits = new Loader.Limits(settings.lookBack(), new DeleteLimit(settings.maxDeletes()));
        return new Loader(source, target, plan, lock, history, retries, limits, clock, progress);
    }

    @Singleton
    Initializer initializer(Source source, Target target, SyncPlan plan, WarehouseLock lock, History history) {
        return new Initializer(source, target, plan, lock, history);
    }

    @Singleton
    Validator validator(Source source, Target target, SyncPlan plan, Clock clock, Progress progress) {
        return new Validator(source, target, plan, clock, progress);
    }

    @Singleton
    StatusReader statusReader(Source source, Target target, SyncPlan plan, Clock clock) {
        return new StatusReader(source, target, plan, clock);
    }

    @Singleton
    StarReportReader reportReader(Target target, StatusReader status, Business business, Clock clock) {
        return new StarReportReader(target, status, business, clock);
    }

    @Singleton
    Doctor doctor(Source source, Target target, SyncPlan plan, Clock clock) {
        return new Doctor(source, target, plan, clock);
    }

    @Singleton
    Exporter exporter(Target target, SyncPlan plan) {
        return new Exporter(target, plan);
    }

    @Singleton
    KeyReader keyReader(Target target, SyncPlan plan) {
        return new KeyReader(target, plan);
    }
}
