package dev.tidemark.cli.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.tidemark.cli.text.Paragraphs;
import dev.tidemark.config.LogFormat;
import dev.tidemark.config.Settings;
import dev.tidemark.run.Counts;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

/**
 * A log file, written and rotated by Logback. Its context takes a tenth of a second to set up, so only a run with a log
 * file does so.
 */
public final class RunLogFile implements RunLog {
    private static final long LARGEST_BYTES = 10L * 1024 * 1024;
    private static final int OLD_FILES = 5;

    private final LoggerContext context;
    private final Logger logger;
    private final LogFormat format;
    private final String command;
    private final Clock clock;
    private volatile Long run;

    private RunLogFile(LoggerContext context, LogFormat format, String command, Clock clock) {
        this.context = context;
        this.logger = context.getLogger("tidemark");
        this.format = format;
        this.command = command;
        this.clock = clock;
    }

    /**
     * Opens the file for a command, and creates its folder if that is missing. A file that cannot be written is a usage
     * failure.
     */
    public static RunLogFile open(Settings.LogFile settings, String command, Clock clock) {
        LogFolder.require(settings.path().toAbsolutePath());
        LoggerContext context = new LoggerContext();
        // Every event asks for it, even if nothing is in it.
        context.setMDCAdapter(new LogbackMDCAdapter());
        RollingFileAppender<ILoggingEvent> appender = new OwnersFile();
        appender.setContext(context);
        appender.setFile(settings.path().toString());
        appender.setEncoder(verbatim(context));
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLD_FILES);
        rolling.setFileNamePattern(settings.path().toString().replace("%", "\\%") + ".%i");
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(new FileSize(LARGEST_BYTES));
        trigger.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        appender.start();
        RunLogFile log = new RunLogFile(context, settings.format(), command, clock);
        log.logger.addAppender(appender);
        return log;
    }

    @Override
    public void recordedAs(long id) {
        run = id;
    }

    @Override
    public void write(Level level, String words, Counts counts, Integer exitCode) {
        LogLine line = new LogLine(
                clock.instant(),
                level,
                command,
                ProcessHandle.current().pid(),
                run,
                Paragraphs.inOneLine(words),
                counts,
                exitCode);
        logger.info(switch (format) {
            case TEXT -> line.text();
            case JSON -> line.json();
        });
    }

    @Override
    public void close() {
        context.stop();
    }

    private static Encoder<ILoggingEvent> verbatim(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        return encoder;
    }

    // Each new file, after a rotation too, lets its owner write and its group read.
    private static final class OwnersFile extends RollingFileAppender<ILoggingEvent> {
        @Override
        public void openFile(String name) throws IOException {
            Path file = Path.of(name);
            if (!Files.exists(file) && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                try {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
                } catch (FileAlreadyExistsException createdMeanwhile) {
                    // Another command created it, with the same mode.
                }
            }
            super.openFile(name);
        }
    }
}
