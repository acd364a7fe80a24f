package dev.tidemark.mysql.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.value.ColumnType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the types of MySQL and MariaDB hold, and which ones the columns of SQLite get. */
class MysqlTypesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tinyint(1)                     | Truth[]
            tinyint(4)                     | Whole[least=-128, most=127]
            tinyint                        | Whole[least=-128, most=127]
            tinyint(1) unsigned            | Whole[least=0, most=255]
            smallint(6)                    | Whole[least=-32768, most=32767]
            mediumint(8) unsigned          | Whole[least=0, most=16777215]
            int(10) unsigned zerofill      | Whole[least=0, most=4294967295]
            bigint                         | Whole[least=-9223372036854775808, most=9223372036854775807]
            bigint(20) unsigned            | Whole[least=0, most=9223372036854775807]
            year(4)                        | Whole[least=1901, most=2155]
            decimal(10,2)                  | Decimal[precision=10, scale=2]
            decimal(5,0) unsigned          | Decimal[precision=5, scale=0]
            float                          | Floating[single=true]
            double                         | Floating[single=false]
            char(3)                        | Text[mostCharacters=3, mostBytes=0, padded=true]
            varchar(120)                   | Text[mostCharacters=120, mostBytes=0, padded=false]
            text                           | Text[mostCharacters=0, mostBytes=65535, padded=false]
            longtext                       | Text[mostCharacters=0, mostBytes=4294967295, padded=false]
            varbinary(16)                  | Bytes[most=16]
            blob                           | Bytes[most=65535]
            date                           | Day[]
            datetime                       | Moment[fractionDigits=0, zoned=false]
            datetime(6)                    | Moment[fractionDigits=6, zoned=false]
            timestamp(3)                   | Moment[fractionDigits=3, zoned=true]
            time(2)                        | TimeOfDay[fractionDigits=2]
            uuid                           | Uuid[]
            """)
    void aColumnHolds(String type, String held) {
        assertEquals(held, MysqlTypes.held(type).map(Object::toString).orElse("nothing"));
    }

    // A BINARY pads with zero bytes, an ENUM has words of its own, JSON is written anew, and double(10,2) rounds.
    @ParameterizedTest
    @ValueSource(strings = {"json", "enum('a','b')", "set('a')", "bit(8)", "binary(4)", "double(10,2)", "float(7,4)",
        "geometry", "inet6", "vector(3)"})
    void aTypeThatWouldChangeValuesIsNotCarried(String type) {
        assertEquals(Optional.empty(), MysqlTypes.held(type));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INTEGER             | bigint          | bigint
            BOOLEAN             | tinyint(1)      | tinyint(1)
            NUMERIC(10,2)       | decimal(10,2)   | decimal(10,2)
            DECIMAL(9)          | decimal(9,0)    | decimal(9,0)
            DECIMAL             | decimal(38,10)  | decimal(38,10)
            NUMERIC(99,98)      | decimal(38,10)  | decimal(38,10)
            REAL                | double          | double
            NVARCHAR(120)       | varchar(120)    | varchar(120)
            VARCHAR(9999999999) | longtext        | varchar(255)
            TEXT                | longtext        | varchar(255)
            ''                  | longtext        | varchar(255)
            BLOB                | longblob        | varbinary(255)
            DATETIME            | datetime(6)     | datetime(6)
            TIMESTAMP           | datetime(6)     | datetime(6)
            DATE                | date            | date
            TIME                | time(6)         | time(6)
            UUID                | char(36)        | char(36)
            """)
    void aColumnOfSqliteGets(String declared, String type, String indexed) {
        assertEquals(type, MysqlTypes.typeFor(declared, false));
        assertEquals(indexed, MysqlTypes.typeFor(declared, true));
        assertTrue(MysqlTypes.held(type).isPresent() && MysqlTypes.held(indexed).isPresent());
    }

    @Test
    void theTypeOfAnUnsignedNumberEndsWhereSqlitesDoes() {
        assertEquals(Optional.of(new ColumnType.Whole(0, Long.MAX_VALUE)), MysqlTypes.held("bigint unsigned"));
    }
}
