package dev.tidemark.sqlite;

/**
 * An object of a schema.
 *
 * @param type table, view, index or trigger
 * @param name its name
 * @param statement the statement that created it
 */
public record SchemaObject(String type, String name, String statement) {
    boolean isTable() {
        return type.equals("table");
    }

    /** Whether both are of one type and name, whatever they hold. */
    boolean isSameAs(SchemaObject other) {
        return type.equals(other.type) && name.equals(other.name);
    }

    /** Its type and name, for messages. */
    @Override
    public String toString() {
        return type + " " + name;
    }
}
