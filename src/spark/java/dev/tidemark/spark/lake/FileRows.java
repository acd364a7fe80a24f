package dev.tidemark.spark.lake;

import dev.tidemark.table.Key;
import java.io.IOException;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;

/** The rows of one file, one after the other; those of a table of the star are in ascending order of keys. */
final class FileRows implements AutoCloseable {
    private final LakeFolder lake;
    private final LakeTable<?> table;
    private final DataFile file;
    private final LongPredicate wanted;
    private final ParquetReader<Group> reader;
    private Group row;

    /**
     * The rows of {@code file}, at the first of them.
     *
     * @param wanted tells by the leading key of a row whether it is one of them
     */
    FileRows(LakeFolder lake, LakeTable<?> table, DataFile file, LongPredicate wanted) {
        this.lake = lake;
        this.table = table;
        this.file = file;
        this.wanted = wanted;
        this.reader = ParquetRows.of(lake, file);
        next();
    }

    /** The row that it is at; null at the end. */
    Group row() {
        return row;
    }

    /** The key of the row that it is at. */
    Key key() {
        return table.keyOf(row);
    }

    /** Goes on to the next row. */
    void next() {
        do {
            row = lake.reading(file.name(), reader::read);
        } while (row != null && !wanted.test(key().leading()));
    }

    /** Whether two rows of one table have the same values. */
    static boolean areEqual(Group one, Group other) {
        return IntStream.range(0, one.getType().getFieldCount()).allMatch(field -> areEqual(field, one, other));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static boolean areEqual(int field, Group one, Group other) {
        int values = one.getFieldRepetitionCount(field);
        if (values != other.getFieldRepetitionCount(field)) {
            return false;
        }
        return values == 0 || switch (one.getType().getType(field).asPrimitiveType().getPrimitiveTypeName()) {
            case INT64 -> one.getLong(field, 0) == other.getLong(field, 0);
            case INT32 -> one.getInteger(field, 0) == other.getInteger(field, 0);
            case BOOLEAN -> one.getBoolean(field, 0) == other.getBoolean(field, 0);
            default -> one.getBinary(field, 0).equals(other.getBinary(field, 0));
        };
    }
}
