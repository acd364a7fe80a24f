package dev.tidemark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that ends soon, so that its end has to be seen at once.
 *
 * @param name what it shows
 * @param command the program and its arguments
 * @param environment variables for it
 */
record ShortRun(String name, List<String> command, Map<String, String> environment) {
    /** What it took from its start to its end, and how much memory it was seen to have. */
    record Cost(double milliseconds, double peakMebibytes) {}

    Cost measure() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("TIDEMARK_"));
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long peakKibibytes = 0;
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            peakKibibytes = Math.max(peakKibibytes, peak(status));
        }
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " exited with " + process.exitValue());
        }
        return new Cost(milliseconds, peakKibibytes / 1024.0);
    }

    private static long peak(Path status) throws IOException {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException failure) {
            // A process that ends while its file is opened or read.
            if (String.valueOf(failure.getMessage()).endsWith("No such process")) {
                return 0;
            }
            throw failure;
        }
    }
}
