package dev.tidemark.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.JunitDocument;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithUnchangedSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** A validation as CI systems read it, and what makes it fail. */
class ValidationFormatsTest extends WithUnchangedSource {
    @Test
    void textAndTableAreTheSame() {
        assertEquals(tidemark.succeed("validate").out(), tidemark.succeed("validate", "--format", "table").out());
    }

    @Test
    void junitHasACaseForEachCheckAndNoFailureWhereAllIsWell() throws Exception {
        JunitDocument document = JunitDocument.of(tidemark.succeed("validate", "--all", "--format", "junit").out());
        assertEquals(List.of(), document.names("failure"));
        assertEquals(11 + 4 + 1 + 1, document.names("testcase").size());
        assertTrue(document.names("testcase").contains("fact_payment by store 1"));
        assertEquals("17", document.suite().getAttribute("tests"));
    }

    @Test
    void junitNamesWhatDiffersEvenWithCharactersThatXmlCannotHold() throws Exception {
        warehouse.execute("UPDATE dim_actor SET first_name = 'a' || char(1, 65534) || '<&\"😀' WHERE actor_id = 4");
        JunitDocument document =
                JunitDocument.of(tidemark.run("validate", "--format", "junit").exitingWith(1).out());
        assertEquals("1", document.suite().getAttribute("failures"));
        Element failure = document.failure();
        assertEquals("dim_actor", ((Element) failure.getParentNode()).getAttribute("name"));
        assertTrue(failure.getAttribute("message").endsWith("1 different"), failure.getAttribute("message"));
        assertTrue(failure.getTextContent().startsWith("4: different; first_name is \"a\\u0001\uFFFD<&\"😀\", should be"),
                failure.getTextContent());
    }

    @Test
    void markdownIsATableAndNamesRowsWithoutTakingThemForMarkup() {
        warehouse.execute("UPDATE dim_actor SET first_name = '*a|b*' WHERE actor_id = 4");
        List<String> lines = tidemark.run("validate", "--all", "--format", "markdown").exitingWith(1).out().lines().toList();
        assertTrue(lines.contains("**The warehouse DIFFERS from the source.**"), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.matches(
                "\\| rows \\| `dim_actor` \\| \\*\\*different\\*\\* \\| .*: 1 different \\|")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("first\\_name is \"\\*a\\|b\\*\"")), lines::toString);
    }

    @Test
    void theResultGoesToAFileInOneStepAndStdoutSaysWhatCameOut() throws Exception {
        Path report = Files.writeString(folder.resolve("report.xml"), "old");
        String out = tidemark.succeed("validate", "--all", "--format", "junit", "--output", report.toString())
                .out();
        assertEquals("The warehouse matches the source. The result is in " + report + ".\n", out);
        assertEquals("tidemark validate", JunitDocument.of(Files.readString(report)).suite().getAttribute("name"));
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.getFileName().toString().startsWith(".report")));
        }
    }

    @Test
    void aSuccessIsSilentWhereThatIsWantedAndADifferenceIsNot() throws Exception {
        Path report = folder.resolve("report.txt");
        String[] quietly = {"validate", "--all", "--quiet", "--output", report.toString()};
        assertEquals("", tidemark.succeed(quietly).out());
        assertTrue(Files.readString(report).contains("The warehouse matches the source."));
        assertEquals("", tidemark.succeed("status", "--quiet", "--output", report.toString()).out());
        warehouse.execute("UPDATE dim_actor SET first_name = 'x' WHERE actor_id = 3");
        String out = tidemark.run(quietly).exitingWith(1).out();
        assertTrue(out.startsWith("The warehouse DIFFERS from the source."), out);
    }

    @Test
    void aFileThatCannotBeWrittenFailsBeforeAnyWork() {
        FolderContent before = FolderContent.of(folder);
        for (String file : List.of(folder + "/none/report.xml", folder.toString())) {
            String complaint = tidemark.run("validate", "--output", file).exitingWith(2).complaint();
            assertTrue(complaint.contains("Cannot write the file " + file), complaint);
        }
        assertEquals(before, FolderContent.of(folder));
    }

    @Test
    void whatIsNoRegularFileIsLeftAlone() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
        Path astray = Files.createSymbolicLink(folder.resolve("astray"), folder.resolve("nowhere"));
        for (Path file : List.of(pipe, link, astray, Path.of("/dev/null"))) {
            String complaint = tidemark.run("validate", "--output", file.toString()).exitingWith(2).complaint();
            assertTrue(complaint.contains(file + " (--output): it is not a regular file"), complaint);
        }
        assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe) && Files.isSymbolicLink(astray));
    }

    @Test
    void aFileKeepsItsPermissionsAndALinkStaysALink() throws Exception {
        Path report = Files.writeString(Files.createDirectory(folder.resolve("reports")).resolve("report.txt"), "old");
        for (String mode : List.of("rw-------", "rw-rw-r--")) {
            Files.setPosixFilePermissions(report, PosixFilePermissions.fromString(mode));
            Path link = Files.createSymbolicLink(folder.resolve("link" + mode), report);
            tidemark.succeed("validate", "--all", "--output", link.toString());
            assertTrue(Files.isSymbolicLink(link));
            assertTrue(Files.readString(report).contains("The warehouse matches the source."));
            assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(report)));
        }
    }

    @Test
    void rowsAreToleratedUpToTheLimit() {
        warehouse.execute("UPDATE dim_actor SET first_name = 'x' WHERE actor_id IN (3, 4)");
        tidemark.run("validate", "--tolerance", "rows=1").exitingWith(1);
        for (String enough : List.of("rows=2", "rows=2,amount=0.01")) {
            String out = tidemark.succeed("validate", "--all", "--tolerance", enough).out();
            assertTrue(out.endsWith("The warehouse differs from the source in 2 rows, which is tolerated.\n"), out);
            assertTrue(out.contains("tolerated\n"), out);
        }
        tidemark.run("validate", "--tolerance", "rows=2", "--fail-on", "warning").exitingWith(1);
    }

    @Test
    void amountsAreToleratedUpToTheLimit() {
        warehouse.execute("UPDATE fact_payment SET amount_cents = amount_cents + 50 WHERE payment_id = 3");
        tidemark.run("validate", "--all", "--tolerance", "rows=1,amount=0.49").exitingWith(1);
        tidemark.run("validate", "--all", "--tolerance", "amount=0.50").exitingWith(1);
        tidemark.succeed("validate", "--all", "--tolerance", "amount=0.5,rows=1");
    }

    @Test
    void pendingRowsAndAnEmptyPeriodFailOnlyOnWarning() {
        tidemark.succeed("incremental");
        assertEquals("", tidemark.succeed("validate", "--all", "--fail-on", "warning").err());
        tidemark.run("validate", "--from", "1999-01-01", "--to", "1999-01-02", "--fail-on=warning").exitingWith(1);
        try (SakilaSchema changing = SakilaSchema.small()) {
            TidemarkCli other = TidemarkCli.of(changing, warehouse.path());
            changing.execute("UPDATE actor SET first_name = 'NEW' WHERE actor_id = 5");
            other.succeed("validate", "--all", "--fail-on", "difference");
            other.run("validate", "--all", "--fail-on", "warning").exitingWith(1);
        }
    }

    @Test
    void rowsThatReferToNothingAreNeverTolerated() {
        warehouse.execute("PRAGMA foreign_keys = 0", "UPDATE fact_rental SET film_key = 4711 WHERE rental_id = 9");
        tidemark.run("validate", "--all", "--tolerance", "rows=1000,amount=1000000").exitingWith(1);
    }
}
