package dev.tidemark.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
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
import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A log file, written and rotated by Logback. Its context takes a tenth of a second to set up, so only a run with a log
 * file does so.
 */
public final class RunLogFile implements RunLog {
    private static final String RUN = "run";
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level [%X{" + RUN + "}] %msg%n";
    private static final long LARGEST_BYTES = 10L * 1024 * 1024;
    private static final int OLD_FILES = 5;

    private final LoggerContext context;
    private final LogbackMDCAdapter labels = new LogbackMDCAdapter();
    private final Logger logger;
    private final String run;

    private RunLogFile(LoggerContext context, String run) {
        this.context = context;
        this.run = run;
        context.setMDCAdapter(labels);
        this.logger = context.getLogger("tidemark");
        logger.setLevel(Level.INFO);
    }

    /**
     * Opens the file for a run; the id {@code run} is in each of its lines. A file that cannot be written is a usage
     * failure.
     */
    public static RunLogFile open(Settings.LogFile settings, String run) {
        requireWritable(settings.path().toAbsolutePath());
        LoggerContext context = new LoggerContext();
        RunLogFile log = new RunLogFile(context, run);
        RollingFileAppender<ILoggingEvent> appender = new OwnersFile();
        appender.setContext(context);
        appender.setFile(settings.path().toString());
        appender.setEncoder(encoder(context, settings.format()));
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
        log.logger.addAppender(appender);
        return log;
    }

    @Override
    public void info(String line) {
        log(Level.INFO, line);
    }

    @Override
    public void warn(String line) {
        log(Level.WARN, line);
    }

    @Override
    public void error(String line) {
        log(Level.ERROR, line);
    }

    @Override
    public void close() {
        context.stop();
    }

    // The label belongs to one thread, and a signal logs on another.
    private void log(Level level, String line) {
        labels.put(RUN, run);
        int kind = Level.toLocationAwareLoggerInteger(level);
        logger.log(null, RunLogFile.class.getName(), kind, Paragraphs.inOneLine(line), null, null);
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogFormat format) {
        return switch (format) {
            case TEXT -> {
                PatternLayoutEncoder encoder = new PatternLayoutEncoder();
                encoder.setContext(context);
                encoder.setPattern(LINE);
                encoder.start();
                yield encoder;
            }
            case JSON -> {
                JsonEncoder encoder = new JsonEncoder();
                encoder.setContext(context);
                encoder.setWithSequenceNumber(false);
                encoder.setWithNanoseconds(false);
                encoder.setWithThreadName(false);
                encoder.setWithLoggerName(false);
                encoder.setWithContext(false);
                encoder.setWithArguments(false);
                encoder.setWithThrowable(false);
                encoder.start();
                yield encoder;
            }
        };
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

    // Logback would go on without a log.
    private static void requireWritable(Path file) {
        boolean writable = Files.exists(file)
                ? Files.isRegularFile(file) && Files.isWritable(file)
                : file.getParent() != null && Files.isWritable(file.getParent());
        if (!writable) {
            throw TidemarkException.usage(
                    "Cannot write the log file " + file, "name a file in a folder that you may write to");
        }
    }
}
