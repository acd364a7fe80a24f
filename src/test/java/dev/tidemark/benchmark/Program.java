package dev.tidemark.benchmark;

import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packaged program, run through its launcher and measured from outside, by what Linux tells of its process.
 *
 * @param launcher the launcher
 * @param settings the environment variables that it gets
 */
record Program(Path launcher, Map<String, String> settings) {
    private static final long SAMPLE_MILLIS = 20;

    /** The program that brings {@code source} into {@code warehouse}. */
    static Program star(Path launcher, SakilaSchema source, Path warehouse) {
        return new Program(launcher, Map.of(
                "TIDEMARK_SOURCE_URL", source.url(),
                "TIDEMARK_SOURCE_USERNAME", source.server().username(),
                "TIDEMARK_SOURCE_PASSWORD", source.server().password(),
                "TIDEMARK_WAREHOUSE", warehouse.toString()));
    }

    /** Lets the source lie still for so long that the next incremental can take it for untouched. */
    void settle(Duration still) {
        try {
            Thread.sleep(still);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        run("incremental");
    }

    /** Runs a command that must succeed. */
    Usage run(String... arguments) {
        List<String> command = Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(settings);
        try {
            return measured(builder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Usage measured(ProcessBuilder builder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = builder.start();
        long peakKibibytes = 0;
        Duration cpu = Duration.ZERO;
        while (process.isAlive()) {
            peakKibibytes = Math.max(peakKibibytes, peak(process.pid()));
            cpu = process.info().totalCpuDuration().orElse(cpu);
            Thread.sleep(SAMPLE_MILLIS);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(builder.command() + " exited with " + process.exitValue());
        }
        return new Usage(wall, cpu.toMillis() / 1e3, peakKibibytes / 1024);
    }

    private static long peak(long process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException | UncheckedIOException ended) {
            return 0;
        }
    }
}
