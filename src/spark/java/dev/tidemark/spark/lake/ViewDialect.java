package dev.tidemark.spark.lake;

import java.util.List;
import java.util.stream.Collectors;

/** A program that reads the files of a version by views, in its own SQL. */
enum ViewDialect {
    /** DuckDB, which refuses a view of a file that is not there. */
    DUCKDB("duckdb") {
        @Override
        String view(String lake, TableFiles table) {
            return "CREATE OR REPLACE VIEW %s AS SELECT * FROM read_parquet([\n%s\n], hive_partitioning = false);\n"
                    .formatted(
                            table.table(),
                            names(table).stream()
                                    .map(name -> "    '" + (lake + "/" + name).replace("'", "''") + "'")
                                    .collect(Collectors.joining(",\n")));
        }

        @Override
        String check(Version version) {
            return "";
        }
    },

    /**
     * Spark SQL. One pattern names all files, because a union of one query for each of many files takes minutes. Spark
     * ignores a missing file that a pattern names, so the script counts the rows.
     */
    SPARK("spark") {
        @Override
        String view(String lake, TableFiles table) {
            String folder = lake.replaceAll("[\\\\{}\\[\\]*?]", "\\\\$0");
            String pattern = folder + "/{" + String.join(",", names(table)) + "}";
            return "CREATE OR REPLACE TEMPORARY VIEW %s USING parquet OPTIONS (path '%s');\n"
                    .formatted(table.table(), pattern.replace("\\", "\\\\").replace("'", "\\'"));
        }

        @Override
        String check(Version version) {
            return version.tables().stream()
                    .map(table -> "(SELECT count(*) FROM %s) = %d".formatted(table.table(), table.rows()))
                    .collect(Collectors.joining(
                            "\n    AND ",
                            "SELECT assert_true(\n    ",
                            ",\n    'Files of version %d are gone: take the views of a later version') AS complete;\n"
                                    .formatted(version.number())));
        }
    };

    private final String ending;

    ViewDialect(String name) {
        this.ending = "." + name + ".sql";
    }

    /** How the names of its scripts end. */
    String ending() {
        return ending;
    }

    /**
     * A script that creates a view of each table of {@code version}, over the files of that version alone.
     *
     * @param lake the absolute address of the lake
     */
    String script(String lake, Version version) {
        return version.tables().stream()
                .map(table -> view(lake, table))
                .collect(Collectors.joining(
                        "",
                        "-- Version %d: the source as of %s.\n".formatted(version.number(), version.snapshotAt()),
                        check(version)));
    }

    /** The statement that creates the view of a table. */
    abstract String view(String lake, TableFiles table);

    /** A statement that fails if the views do not show the whole version; empty if their creation fails then. */
    abstract String check(Version version);

    private static List<String> names(TableFiles table) {
        return table.files().stream().map(DataFile::name).toList();
    }
}
