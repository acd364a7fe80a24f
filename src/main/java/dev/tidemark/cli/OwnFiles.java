package dev.tidemark.cli;

import dev.tidemark.config.CopySettings;
import dev.tidemark.config.Settings;
import dev.tidemark.config.StarSettings;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.target.BesideFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a pipeline that no result and no log may be written to. */
record OwnFiles(Settings settings) {
    /** Fails as a usage failure if a result would replace one of them, or the log. */
    void requireOtherResult(Path file) {
        requireOther(
                file,
                "--output",
                Stream.concat(
                        all(),
                        settings.log().map(log -> new OwnFile("the log", log.path())).stream()));
    }

    /** Fails as a usage failure if the log would be written to one of them. */
    void requireOtherLog() {
        settings.log().map(Settings.LogFile::path).ifPresent(file -> requireOther(file, "--log-file", all()));
    }

    private Stream<OwnFile> all() {
        return Stream.concat(
                switch (settings.pipeline()) {
                    case StarSettings star -> Stream.of(new OwnFile("the warehouse", star.warehouse()));
                    case CopySettings copy -> Stream.of(
                            new OwnFile("the state", copy.state()), new OwnFile("the source", copy.source()));
                },
                settings.readFrom().stream().map(file -> new OwnFile("the file of settings", file)));
    }

    private static void requireOther(Path file, String option, Stream<OwnFile> files) {
        Optional<OwnFile> same = files.filter(own -> BesideFile.isPartOf(file, own.path())).findFirst();
        same.ifPresent(own -> {
            throw TidemarkException.usage(
                    "The file " + file + " (" + option + ") is " + own.what() + " " + own.path()
                            + " or a file beside it",
                    "name another one; nothing was written");
        });
    }

    private record OwnFile(String what, Path path) {}
}
