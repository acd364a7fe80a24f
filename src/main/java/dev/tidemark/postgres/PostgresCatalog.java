package dev.tidemark.postgres;

import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.ColumnShape.Origin;
import dev.tidemark.copy.shape.ReferenceShape;
import dev.tidemark.copy.shape.TableShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables of a schema from the server's catalog. */
final class PostgresCatalog {
    private static final String COLUMNS = """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                   CASE WHEN a.attidentity = 'a' THEN 'ALWAYS_NUMBERED'
                        WHEN a.attgenerated <> '' THEN 'COMPUTED'
                        WHEN a.attidentity = 'd'
                          OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%' THEN 'NUMBERED'
                        ELSE 'GIVEN' END,
                   pg_get_expr(d.adbin, d.adrelid)
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            ORDER BY c.relname COLLATE "C", a.attnum""";

    // One row for each column of each index that has no expression and no condition; the primary key is p.
    private static final String KEYS = """
            SELECT c.relname, i.indexrelid,
                   CASE WHEN i.indisprimary THEN 'p' WHEN i.indisunique THEN 'u' ELSE 'i' END, a.attname
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL generate_series(0, i.indnkeyatts - 1) AS k(position)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[k.position]
            WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
            ORDER BY c.relname COLLATE "C", i.indexrelid, k.position""";

    private static final String REFERENCES = """
            SELECT c.relname, f.oid, p.relname, a.attname, b.attname
            FROM pg_catalog.pg_constraint f
            JOIN pg_catalog.pg_class c ON c.oid = f.conrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_class p ON p.oid = f.confrelid
            CROSS JOIN LATERAL unnest(f.conkey, f.confkey) WITH ORDINALITY AS k(referring, referred, position)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.referring
            JOIN pg_catalog.pg_attribute b ON b.attrelid = p.oid AND b.attnum = k.referred
            WHERE n.nspname = ? AND p.relnamespace = c.relnamespace AND f.contype = 'f' AND f.conparentid = 0
              AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            ORDER BY c.relname COLLATE "C", f.conname COLLATE "C", k.position""";

    private PostgresCatalog() {}

    /** The ordinary and the partitioned tables of a schema, by name. */
    static List<TableShape> tables(PostgresSession session, String schema) {
        Map<String, Parts> tables = new LinkedHashMap<>();
        session.rows(COLUMNS, schema).forEach(row -> {
            Parts table = tables.computeIfAbsent((String) row[0], name -> new Parts());
            if (row[1] != null) {
                table.columns.add(new ColumnShape(
                        (String) row[1], (String) row[2], "t".equals(row[3]), Origin.valueOf((String) row[4]),
                        (String) row[5]));
            }
        });
        session.rows(KEYS, schema).forEach(row -> {
            Parts table = tables.getOrDefault(row[0], new Parts());
            switch ((String) row[2]) {
                case "p" -> table.primaryKey.add((String) row[3]);
                case "u" -> names(table.uniques, row[1]).add((String) row[3]);
                default -> names(table.indexes, row[1]).add((String) row[3]);
            }
        });
        session.rows(REFERENCES, schema).forEach(row -> {
            Reference reference = tables.getOrDefault(row[0], new Parts())
                    .references.computeIfAbsent((String) row[1], id -> new Reference((String) row[2]));
            reference.columns.add((String) row[3]);
            reference.parentColumns.add((String) row[4]);
        });
        return tables.entrySet().stream().map(table -> table.getValue().shape(table.getKey())).toList();
    }

    private static List<String> names(Map<String, List<String>> keys, Object id) {
        return keys.computeIfAbsent((String) id, first -> new ArrayList<>());
    }

    /** What is known of a table so far; keys and references by their numbers in the catalog. */
    private static final class Parts {
        private final List<ColumnShape> columns = new ArrayList<>();
        private final List<String> primaryKey = new ArrayList<>();
        private final Map<String, List<String>> uniques = new LinkedHashMap<>();
        private final Map<String, List<String>> indexes = new LinkedHashMap<>();
        private final Map<String, Reference> references = new LinkedHashMap<>();

        TableShape shape(String name) {
            return new TableShape(
                    name, columns, primaryKey, List.copyOf(uniques.values()), List.copyOf(indexes.values()),
                    references.values().stream().map(Reference::shape).toList());
        }
    }

    private static final class Reference {
        private final String parent;
        private final List<String> columns = new ArrayList<>();
        private final List<String> parentColumns = new ArrayList<>();

        Reference(String parent) {
            this.parent = parent;
        }

        ReferenceShape shape() {
            return new ReferenceShape(columns, parent, parentColumns);
        }
    }
}
