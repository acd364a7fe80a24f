package dev.tidemark.sqlite.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.FolderContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copies of sources that several runs make in one folder. */
class PrivateCopyTest {
    private static final int RUNS = 4;
    private static final int COPIES_OF_A_RUN = 250;

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    @Test
    void runsThatCopyAtTheSameTimeLeaveEachOtherAlone() throws Exception {
        SourceFile source = new SourceFile(Files.writeString(folder.resolve("shop.db"), "rows"));
        try (ExecutorService runs = Executors.newFixedThreadPool(RUNS)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                ends.add(runs.submit(() -> copyAgainAndAgain(source)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        assertEquals(Map.of(temporary.toString(), "folder"), FolderContent.of(temporary).files());
    }

    private Object copyAgainAndAgain(SourceFile source) throws Exception {
        for (int count = 0; count < COPIES_OF_A_RUN; count++) {
            try (PrivateCopy copy = PrivateCopy.of(source, temporary)) {
                assertEquals("rows", Files.readString(copy.file().path()));
            }
        }
        return null;
    }
}
