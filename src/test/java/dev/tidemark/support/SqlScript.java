package dev.tidemark.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Splits a script for the {@code mysql} client; each statement must end at the end of a line. */
final class SqlScript {
    private SqlScript() {}

    /** The statements without their delimiters, and without the comment lines before them. */
    static List<String> statements(BufferedReader script) throws IOException {
        var statements = new ArrayList<String>();
        var current = new StringBuilder();
        String delimiter = ";";
        for (String line = script.readLine(); line != null; line = script.readLine()) {
            String trimmed = line.strip();
            if (current.isEmpty() && (trimmed.isEmpty() || trimmed.startsWith("--"))) {
                continue;
            }
            if (current.isEmpty() && trimmed.startsWith("DELIMITER ")) {
                delimiter = trimmed.substring("DELIMITER ".length()).strip();
            } else if (trimmed.endsWith(delimiter)) {
                current.append(line, 0, line.lastIndexOf(delimiter));
                statements.add(current.toString().strip());
                current.setLength(0);
            } else {
                current.append(line).append('\n');
            }
        }
        return statements;
    }
}
