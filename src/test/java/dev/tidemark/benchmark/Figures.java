package dev.tidemark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** What pieces of work took, by their names, in the order in which they were measured. */
final class Figures {
    private final Map<String, Usage> usages = new LinkedHashMap<>();

    void put(String name, Usage usage) {
        usages.put(name, usage);
    }

    /** What this work took; null if it was not measured. */
    Usage get(String name) {
        return usages.get(name);
    }

    void forEach(BiConsumer<String, Usage> action) {
        usages.forEach(action);
    }

    /** Prints the figures and these ratios, and writes them to a file as JSON. */
    void write(Map<String, Double> ratios, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        usages.forEach((name, usage) -> {
            System.out.printf(Locale.ROOT, "%-42s %s%n", name, usage);
            lines.add(String.format(
                    Locale.ROOT, "  \"%s\": {\"wallSeconds\": %.3f, \"cpuSeconds\": %.3f, \"peakMebibytes\": %d}", name,
                    usage.wallSeconds(), usage.cpuSeconds(), usage.peakMebibytes()));
        });
        System.out.println();
        ratios.forEach((name, ratio) -> {
            System.out.printf(Locale.ROOT, "%-58s %8.2f%n", name, ratio);
            lines.add(String.format(Locale.ROOT, "  \"%s\": %.3f", name, ratio));
        });
        Files.writeString(file, "{\n" + String.join(",\n", lines) + "\n}\n");
        System.out.println("\nWritten to " + file);
    }
}
