package dev.tidemark.cli;

import dev.tidemark.cli.log.RunLog;
import dev.tidemark.cli.terminal.Messages;
import dev.tidemark.config.CopySettings;
import dev.tidemark.config.Settings;
import dev.tidemark.copy.check.CopyDoctor;
import dev.tidemark.copy.keys.CopyKeyReader;
import dev.tidemark.copy.load.CopyInitializer;
import dev.tidemark.copy.load.CopyLoader;
import dev.tidemark.copy.load.CopyRules;
import dev.tidemark.copy.planning.Planner;
import dev.tidemark.copy.planning.TargetRequirements;
import dev.tidemark.copy.source.CopySource;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.RunRecords;
import dev.tidemark.copy.status.CopyStatusReader;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.validation.CopyValidator;
import dev.tidemark.report.CopyReportReader;
import dev.tidemark.run.DeleteLimit;
import dev.tidemark.run.Progress;
import dev.tidemark.run.Retries;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.run.history.History;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the parts of a copy together. Its databases are made before. */
@Factory
final class CopyWiring {
    @Singleton
    Planner planner(CopySettings settings, CopyTarget target) {
        return new Planner(settings, target);
    }

    @Singleton
    CopyInitializer initializer(
            CopySource source,
            CopyTarget target,
            CopyState state,
            Planner planner,
            Settings settings,
            CopySettings copy,
            Clock clock,
            RunLog log,
            Progress progress) {
        return new CopyInitializer(
                source,
                target,
                state,
                planner,
                lock(state, settings, clock, progress),
                history(state, settings, clock, log),
                requirements(target, copy));
    }

    @Singleton
    CopyLoader loader(
            CopySource source,
            CopyTarget target,
            CopyState state,
            Planner planner,
            Settings settings,
            CopySettings copy,
            Clock clock,
            Messages messages,
            RunLog log,
            Progress progress) {
        return new CopyLoader(
                source,
                target,
                state,
                planner,
                lock(state, settings, clock, progress),
                history(state, settings, clock, log),
                new Retries(settings.retries(), copy.target().timeout(), System::nanoTime, messages::say),
                rules(settings, copy),
                clock,
                progress);
    }

    @Singleton
    CopyValidator validator(
            CopySource source,
            CopyTarget target,
            CopyState state,
            Planner planner,
            CopySettings copy,
            Progress progress) {
        return new CopyValidator(
                source, target, state, planner, copy.deletes() == CopySettings.Deletes.APPLY, progress);
    }

    @Singleton
    CopyStatusReader statusReader(
            CopySettings settings, CopySource source, CopyTarget target, CopyState state, Clock clock) {
        return new CopyStatusReader(source.address(), target.address(), state, settings::skips, clock);
    }

    @Singleton
    CopyReportReader reportReader(CopyState state, CopyStatusReader status, Clock clock) {
        return new CopyReportReader(state, status, clock);
    }

    @Singleton
    CopyKeyReader keyReader(CopyState state) {
        return new CopyKeyReader(state);
    }

    @Singleton
    CopyDoctor doctor(
            CopySettings settings, CopySource source, CopyTarget target, CopyState state, Planner planner) {
        return new CopyDoctor(settings, source, target, requirements(target, settings), planner, state);
    }

    private static TargetRequirements requirements(CopyTarget target, CopySettings copy) {
        return new TargetRequirements(target, copy.create() == CopySettings.Create.MISSING);
    }

    private static CopyRules rules(Settings settings, CopySettings copy) {
        return new CopyRules(
                copy.commit() == CopySettings.Commit.TABLE,
                copy.deletes() == CopySettings.Deletes.APPLY,
                copy.badRows() == CopySettings.BadRows.STOP,
                switch (copy.existing()) {
                    case UPDATE -> Existing.UPDATE;
                    case KEEP -> Existing.KEEP;
                    case FAIL -> Existing.FAIL;
                },
                settings.lookBack(),
                new DeleteLimit(settings.maxDeletes()));
    }

    private static WarehouseLock lock(CopyState state, Settings settings, Clock clock, Progress progress) {
        return new WarehouseLock(state.file().path(), clock, settings.lockWait(), progress);
    }

    private static History history(CopyState state, Settings settings, Clock clock, RunLog log) {
        return new History(state.file(), clock, settings.keepRuns(), new RunRecords(), log::recordedAs);
    }
}
