package dev.tidemark.copy.generator;

import static dev.tidemark.sakila.generator.TableRows.row;

import dev.tidemark.sakila.generator.RowRandom;
import dev.tidemark.sakila.generator.TableRows;
import dev.tidemark.sakila.generator.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes SQLite files with the history of git repositories and the people behind it. Every table has an id of its own
 * and a natural key.
 *
 * @param seed files of the same seed and size have the same rows
 * @param rows the number of rows of all tables together, approximately; seven in ten are commits
 */
public record GitHistoryGenerator(long seed, int rows) {
    private static final int LEAST = 200;
    private static final int YEARS = 5;
    private static final int LAST_YEAR = 2025;
    private static final int APPROVALS_A_PULL_REQUEST = 2;
    private static final LocalDateTime FIRST_COMMIT = LocalDateTime.of(LAST_YEAR - YEARS + 1, 1, 4, 8, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final List<String> VERBS = List.of("Fix", "Add", "Remove", "Rename", "Speed up", "Explain", "Test");
    private static final List<String> DEPARTMENTS = List.of("Platform", "Payments", "Search", "Qualität");
    private static final List<String> JOBS = List.of("Engineer", "Senior Engineer", "Manager", "Analyst");

    public GitHistoryGenerator {
        if (rows < LEAST) {
            throw new IllegalArgumentException("At least " + LEAST + " rows are needed, not " + rows);
        }
    }

    /** Writes the file, which must not exist. */
    public void write(Path path) {
        GeneratedFile.write(path, "/copy/git-history-sqlite.sql", tables());
    }

    /** Statements that create the same tables, empty, in MySQL or MariaDB, which give the ids there. */
    public static List<String> mySqlTables() {
        return GeneratedFile.statements("/copy/git-history-mysql.sql").toList();
    }

    private List<TableRows> tables() {
        return List.of(
                new TableRows(
                        "repositories",
                        "id, name, url, default_branch, is_archived, created_at",
                        repositories(),
                        this::repository),
                new TableRows("authors", "id, name, email", authors(), this::author),
                new TableRows(
                        "commits",
                        "id, repository_id, author_id, hash, message, committed_at, files_changed, insertions, deletions",
                        commits(),
                        this::commit),
                new TableRows(
                        "pull_requests",
                        "id, repository_id, number, author_id, merge_commit_id, title, state, created_at, merged_at",
                        pullRequests(),
                        this::pullRequest),
                new TableRows(
                        "pr_approvals",
                        "id, pull_request_id, approver_id, approved_at",
                        pullRequests() * APPROVALS_A_PULL_REQUEST,
                        this::approval),
                new TableRows(
                        "staff_details", "id, email, name, title, department, manager_id, hired_on", staff(), this::staff),
                new TableRows("author_staff_mapping", "id, author_id, staff_id, matched_by", authors(), this::mapping),
                new TableRows(
                        "staff_metrics",
                        "id, staff_id, year, commit_count, pull_request_count, approval_count, lines_a_commit",
                        staff() * YEARS,
                        this::metrics),
                new TableRows(
                        "current_year_staff_metrics",
                        "id, staff_id, commit_count, pull_request_count, approval_count, last_commit_at",
                        staff(),
                        this::currentMetrics));
    }

    private int repositories() {
        return 2 + rows / 10_000;
    }

    private int authors() {
        return part(20);
    }

    private int staff() {
        return part(10);
    }

    private int commits() {
        return part(700);
    }

    private int pullRequests() {
        return part(65);
    }

    private int part(int thousandths) {
        return (int) ((long) rows * thousandths / 1_000);
    }

    private Object[] repository(int number) {
        String name = Words.joined(Words.ADJECTIVES, "-", Words.NOUNS, seed, number);
        RowRandom random = new RowRandom(seed, "repositories", number);
        return row(
                number,
                name,
                "https://git.example/" + number,
                random.onceIn(5) ? null : "main",
                random.onceIn(8) ? 1 : 0,
                TIME.format(FIRST_COMMIT.minusDays(random.below(300))));
    }

    private Object[] author(int number) {
        return row(number, name("authors", number), "author" + number + "@mail.example");
    }

    private Object[] commit(int number) {
        RowRandom random = new RowRandom(seed, "commits", number);
        return row(
                number,
                repositoryOf(number),
                1 + random.below(authors()),
                hash(random),
                random.onceIn(500) ? null : title(random) + (random.onceIn(4) ? "\n\nSee the notes.\n" : ""),
                TIME.format(at(number)),
                random.between(1, 40),
                random.below(2_000),
                random.below(1_000));
    }

    private Object[] pullRequest(int number) {
        RowRandom random = new RowRandom(seed, "pull_requests", number);
        boolean isMerged = !random.onceIn(5);
        int merge = repositoryOf(number) + repositories() * random.below((commits() / repositories()));
        LocalDateTime merged = at(merge);
        return row(
                number,
                repositoryOf(number),
                1 + (number - 1) / repositories(),
                1 + random.below(authors()),
                isMerged ? merge : null,
                title(random),
                isMerged ? "merged" : random.onceIn(2) ? "open" : "closed",
                TIME.format(merged.minusHours(random.between(1, 200))),
                isMerged ? TIME.format(merged) : null);
    }

    private Object[] approval(int number) {
        int pullRequest = 1 + (number - 1) / APPROVALS_A_PULL_REQUEST;
        int first = new RowRandom(seed, "pr_approvals", pullRequest).below(authors());
        int approver = 1 + (first + (number - 1) % APPROVALS_A_PULL_REQUEST) % authors();
        return row(number, pullRequest, approver, TIME.format(FIRST_COMMIT.plusMinutes(number)));
    }

    private Object[] staff(int number) {
        RowRandom random = new RowRandom(seed, "staff_details", number);
        return row(
                number,
                "staff" + number + "@company.example",
                name("staff_details", number),
                random.oneOf(JOBS),
                random.onceIn(20) ? null : random.oneOf(DEPARTMENTS),
                number == 1 ? null : 1 + random.below(number - 1),
                LocalDate.of(2010, 1, 1).plusDays(random.below(5_000)).toString());
    }

    private Object[] mapping(int number) {
        RowRandom random = new RowRandom(seed, "author_staff_mapping", number);
        return row(number, number, 1 + random.below(staff()), random.onceIn(3) ? "name" : "email");
    }

    private Object[] metrics(int number) {
        RowRandom random = new RowRandom(seed, "staff_metrics", number);
        return row(
                number,
                1 + (number - 1) / YEARS,
                LAST_YEAR - (number - 1) % YEARS,
                random.below(900),
                random.below(200),
                random.below(400),
                random.onceIn(30) ? null : random.below(100_000) / 16.0);
    }

    private Object[] currentMetrics(int number) {
        RowRandom random = new RowRandom(seed, "current_year_staff_metrics", number);
        return row(
                number,
                number,
                random.below(900),
                random.below(200),
                random.below(400),
                random.onceIn(10) ? null : TIME.format(at(1 + random.below(commits()))));
    }

    // Rows go round the repositories, so that the numbers of a repository's rows are known.
    private int repositoryOf(int number) {
        return 1 + (number - 1) % repositories();
    }

    private LocalDateTime at(int commit) {
        return FIRST_COMMIT.plusSeconds((long) commit * YEARS * 365 * 86_400 / (commits() + 1L));
    }

    private String name(String table, int number) {
        RowRandom random = new RowRandom(seed, table + ".name", number);
        return random.oneOf(Words.FIRST_NAMES) + " " + random.oneOf(Words.LAST_NAMES);
    }

    private static String title(RowRandom random) {
        return random.oneOf(VERBS) + " the " + random.oneOf(Words.ADJECTIVES) + " " + random.oneOf(Words.NOUNS);
    }

    private static String hash(RowRandom random) {
        StringBuilder hash = new StringBuilder();
        for (int part = 0; part < 5; part++) {
            hash.append(HexFormat.of().toHexDigits(random.between(0, Integer.MAX_VALUE - 1)));
        }
        return hash.toString();
    }
}
