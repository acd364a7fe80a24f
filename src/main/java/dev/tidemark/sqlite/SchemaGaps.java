package dev.tidemark.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import dev.tidemark.sql.Mappers;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/**
 * What a file's schema lacks of what the migrations made: somebody dropped it.
 *
 * @param missing views, indexes and triggers, in the order in which they can be created
 */
record SchemaGaps(List<SchemaObject> missing) {
    /** The gaps of the schema that {@code session} sees, of this program's version; a missing table is a failure. */
    static SchemaGaps of(SqlSession session, WarehouseFile file) {
        List<SchemaObject> present = objects(session);
        List<SchemaObject> missing = declared(file.kind()).stream()
                .filter(object -> present.stream().noneMatch(object::isSameAs))
                .toList();
        List<String> tables = missing.stream().filter(SchemaObject::isTable).map(SchemaObject::name).toList();
        if (!tables.isEmpty()) {
            throw file.failures().lacks(tables, null);
        }
        return new SchemaGaps(missing);
    }

    /** Fails unless the schema that {@code session} sees has the tables of these names. */
    static void requireTables(SqlSession session, List<String> names, WarehouseFile file) {
        List<SchemaObject> present = objects(session);
        List<String> missing = names.stream()
                .filter(name -> present.stream().noneMatch(object -> object.isTable() && object.name().equals(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw file.failures().lacks(missing, null);
        }
    }

    /** What is missing, for messages. */
    List<String> names() {
        return missing.stream().map(SchemaObject::toString).toList();
    }

    /** Creates what is missing. */
    void fill(SqlSession session) {
        SchemaMapper schema = Mappers.of(session, SchemaMapper.class);
        missing.forEach(object -> schema.execute(object.statement()));
    }

    // The migrations are what declares the schema, so they are applied to a database in memory.
    private static List<SchemaObject> declared(FileKind kind) {
        try (HikariDataSource memory = SqliteSettings.inMemory()) {
            WarehouseSchema.upgrade(memory, kind);
            return WarehouseSchema.inspect(memory, SchemaGaps::objects);
        }
    }

    private static List<SchemaObject> objects(SqlSession session) {
        return Mappers.of(session, SchemaMapper.class).madeByStatements();
    }
}
