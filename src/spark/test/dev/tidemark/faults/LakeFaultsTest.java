package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.exactness.LakeExactness;
import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.source.Source;
import dev.tidemark.spark.LakeCli;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.Version;
import dev.tidemark.spark.load.SourceLogin;
import dev.tidemark.support.FlakyLink;
import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures amid a load of a lake: the current version stays, and the next load is exact and leaves nothing behind. */
class LakeFaultsTest {
    private static final int MIDDLE_OF_THE_STREAM = 3_000;

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @TempDir
    private Path folder;

    @Test
    void versionsBeyondThoseToKeepGoWithTheirFiles() throws IOException {
        LakeCli lake = LakeCli.of(sakila, folder);
        lake.succeed("full-load");
        for (int load = 0; load < 2; load++) {
            SourceChanges.make(sakila, load + 1);
            lake.succeed("incremental", "--keep", "2");
        }

        requireNothingBeside(2);
        lake.succeed("full-load", "--keep", "1");

        requireNothingBeside(1);
        LakeExactness.require(sakila, lake);
    }

    @Test
    void whatACrashLeftIsDeletedAndWhatARunningLoadWritesStays() throws IOException {
        LakeCli lake = LakeCli.of(sakila, folder);
        lake.succeed("full-load");
        Path leftover = Files.createFile(folder.resolve("data/fact_payment/leftover.parquet"));
        Path draft = Files.createFile(folder.resolve("drafts/leftover"));
        Path young = Files.createFile(folder.resolve("data/fact_payment/young.parquet"));
        Files.setLastModifiedTime(young, FileTime.from(Instant.now().plus(Duration.ofHours(1))));

        lake.succeed("incremental");

        assertFalse(Files.exists(leftover), "leftover of a table");
        assertFalse(Files.exists(draft), "leftover of a draft");
        assertTrue(Files.exists(young), "file of a running load");
    }

    @Test
    void aLoadThatWouldDeleteTooMuchKeepsTheVersion() {
        LakeCli lake = LakeCli.of(sakila, folder);
        lake.succeed("full-load");
        Version before = lake.version();
        sakila.execute("DELETE FROM payment");
        for (String command : List.of("incremental", "full-load")) {
            String complaint = lake.run(command).exitingWith(6).complaint();
            assertTrue(complaint.contains("of fact_payment, more than"), complaint);
            assertEquals(before, lake.version());
        }

        lake.succeed("incremental", "--max-deletes", "100%");

        LakeExactness.require(sakila, lake);
    }

    @Test
    void aNetworkThatBreaksInATaskIsTriedAgain() {
        LakeCli lake = LakeCli.of(sakila, folder);
        try (FlakyProxy network = FlakyProxy.before(sakila.server())) {
            LakeCli remote = lake.with("TIDEMARK_SOURCE_URL", network.url(sakila));
            network.once("from payment", link -> link.cutAfter(MIDDLE_OF_THE_STREAM));
            String talk = remote.succeed("full-load").err();
            assertTrue(talk.contains("Trying again in 1 s"), talk);
            LakeExactness.require(sakila, lake);

            Version before = lake.version();
            SourceChanges.make(sakila, 1);
            network.times(2, "from payment", FlakyLink::cut);
            String complaint =
                    remote.run("incremental", "--retries", "1", "--quiet").exitingWith(3).complaint();
            assertTrue(complaint.contains("The connection to the source"), complaint);
            assertEquals(before, lake.version());
        }

        lake.succeed("incremental");

        LakeExactness.require(sakila, lake);
    }

    @Test
    void aFileSystemWithoutItsLibraryIsExplained() {
        LakeCli lake = LakeCli.of(sakila, folder).by("s3a");
        for (String command : List.of("full-load", "incremental", "validate", "status")) {
            String complaint = lake.run(command).exitingWith(4).complaint();
            assertTrue(complaint.contains("Spark has no library for its file system: "), complaint);
            assertTrue(complaint.contains("org.apache.hadoop:hadoop-aws"), complaint);
        }
    }

    @Test
    void aFullDiskKeepsTheVersion() throws IOException {
        SmallDisk disk = SmallDisk.mount();
        try {
            LakeCli lake = LakeCli.of(sakila, disk.folder().resolve("lake"));
            lake.succeed("full-load");
            Version before = lake.version();
            SourceChanges.make(sakila, 1);
            for (int free : new int[] {0, 64, 200}) {
                disk.leaveFree(free);
                String complaint = lake.run("full-load").exitingWith(4).complaint();
                assertTrue(complaint.contains("cannot be used: ") && complaint.contains("No space left"), complaint);
                disk.free();
                assertEquals(before, lake.version());
            }

            lake.succeed("incremental");

            LakeExactness.require(sakila, lake);
        } finally {
            // Hadoop leaves a file open that could not be written.
            disk.abandon();
        }
    }

    @Test
    void aSecondDriverIsRefusedWhileAnotherLoads() {
        LakeCli lake = LakeCli.of(sakila, folder);
        try (SourceDatabase source = SourceLogin.of(lake.source()).open();
                Source.Held _ = source.lock("lake " + written(folder + "/").address(), Duration.ZERO)) {
            lake.run("full-load").exitingWith(5);
        }

        lake.succeed("full-load");
    }

    @Test
    void theLockIsThatOfTheFolderHoweverItIsWritten() {
        assertEquals(1, Stream.of(folder.toString(), folder + "/", "file:" + folder, "file://" + folder + "/")
                .map(uri -> written(uri).address())
                .distinct()
                .count());
    }

    @Test
    void aDamagedVersionIsNamedAndMayBeDeleted() throws IOException {
        LakeCli lake = LakeCli.of(sakila, folder);
        lake.succeed("full-load");
        SourceChanges.make(sakila, 1);
        lake.succeed("incremental");
        damage("versions/0000000000000000002.json");
        damage("versions/notes.json");

        for (String command : List.of("incremental", "full-load", "status", "validate")) {
            String complaint = lake.run(command).exitingWith(4).complaint();
            assertTrue(complaint.contains("The version 0000000000000000002.json of the lake "), complaint);
            assertTrue(complaint.contains(" is damaged. Try: delete this file"), complaint);
        }
        Files.delete(folder.resolve("versions/0000000000000000002.json"));
        lake.succeed("incremental");

        LakeExactness.require(sakila, lake);
    }

    @Test
    void aLoadBesideADamagedOldVersionPublishesNothing() throws IOException {
        LakeCli lake = LakeCli.of(sakila, folder);
        lake.succeed("full-load");
        lake.succeed("incremental");
        damage("versions/0000000000000000001.json");

        String complaint = lake.run("incremental").exitingWith(4).complaint();

        assertTrue(complaint.contains("The version 0000000000000000001.json of the lake "), complaint);
        assertEquals(2, lake.version().number());
    }

    @Test
    void filesThatAnIncrementalNeedsAreNamedIfTheyAreGoneOrDamaged() throws IOException {
        LakeCli lake = LakeCli.of(sakila, folder);
        lake.succeed("full-load");
        sakila.execute("UPDATE payment SET amount = amount + 1");
        String ranges = lake.version().sources().stream()
                .filter(state -> state.table().tableName().equals("payment"))
                .findFirst()
                .orElseThrow()
                .ranges()
                .getFirst()
                .name();
        String facts = lake.version().files("fact_payment").getFirst().name();
        byte[] kept = Files.readAllBytes(folder.resolve(ranges));

        Files.delete(folder.resolve(ranges));
        requireNamed(lake, ranges);
        Files.write(folder.resolve(ranges), kept);
        damage(facts);
        requireNamed(lake, facts);

        lake.succeed("full-load");
        LakeExactness.require(sakila, lake);
    }

    private static void requireNamed(LakeCli lake, String file) {
        String complaint = lake.run("incremental").exitingWith(4).complaint();
        assertTrue(complaint.contains("The file " + file + " of the lake "), complaint);
        assertTrue(complaint.contains("cannot be read: "), complaint);
        assertTrue(complaint.contains("full-load, which writes every file anew"), complaint);
    }

    private void damage(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        Files.writeString(file, "{ damaged, and long enough to be something else");
    }

    private static LakeFolder written(String uri) {
        return new LakeFolder(
                uri, new SerializableConfiguration(LakeCli.session().sparkContext().hadoopConfiguration()));
    }

    @Test
    void ofTwoDriversThatDoNotSeeEachOthersLockOneIsRefused() {
        LakeCli lake = LakeCli.of(sakila, folder);
        lake.succeed("full-load");
        try (FlakyProxy network = FlakyProxy.before(sakila.server())) {
            // The other driver takes its lock on another server, so it publishes while the first one reads.
            network.once("from payment", link -> publishNext());
            String complaint = lake.with("TIDEMARK_SOURCE_URL", network.url(sakila))
                    .run("full-load")
                    .exitingWith(5)
                    .complaint();
            assertTrue(complaint.contains("Another run wrote version 2 "), complaint);
            assertEquals(1, views(), "versions with views");
        }
    }

    /** How many versions have views. */
    private long views() {
        try (Stream<Path> all = Files.list(folder.resolve("views"))) {
            List<String> scripts = all.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sql")).toList();
            assertEquals(0, scripts.size() % 2, scripts.toString());
            return scripts.size() / 2;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void publishNext() {
        try (Stream<Path> versions = Files.list(folder.resolve("versions"))) {
            Path current = versions.max(Path::compareTo).orElseThrow();
            String next = current.getFileName().toString().replace("1.json", "2.json");
            Files.writeString(
                    current.resolveSibling(next),
                    Files.readString(current).replaceFirst("\"number\" *: *1", "\"number\":2"));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Requires that there are so many versions, and no file that none of them names. */
    private void requireNothingBeside(int versions) throws IOException {
        String manifests = "";
        try (Stream<Path> all = Files.list(folder.resolve("versions"))) {
            List<Path> kept = all.filter(file -> file.toString().endsWith(".json")).toList();
            assertEquals(versions, kept.size(), kept.toString());
            assertEquals(versions, views(), "versions with views");
            for (Path version : kept) {
                manifests += Files.readString(version);
            }
        }
        try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
            for (Path file : all.filter(found -> found.toString().endsWith(".parquet")).toList()) {
                assertTrue(manifests.contains(file.getFileName().toString()), file + " is of no version");
            }
        }
        try (Stream<Path> drafts = Files.list(folder.resolve("drafts"))) {
            assertEquals(List.of(), drafts.toList());
        }
    }
}
