package dev.tidemark.mysql.target;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names of tables and columns as parts of a statement. */
final class MysqlNames {
    /** The most characters that a name may have. */
    static final int LONGEST = 64;

    private MysqlNames() {}

    /** The name, quoted so that nothing in it is SQL. */
    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** The quoted names, parted by commas. */
    static String list(Collection<String> names) {
        return names.stream().map(MysqlNames::quoted).collect(Collectors.joining(", "));
    }
}
