package dev.tidemark.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.source.TableMark;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the catalogue's marks are reliable. */
class CatalogMarkTest {
    private static final LocalDateTime CREATED = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final LocalDateTime UPDATED = LocalDateTime.of(2026, 1, 2, 0, 0);

    @ParameterizedTest
    @CsvSource({
        "InnoDB, '', true", "InnoDB, , true", "INNODB, row_format=DYNAMIC, true", "InnoDB, partitioned, false",
        "InnoDB, row_format=DYNAMIC partitioned, false", "MyISAM, '', false", "MEMORY, '', false", ", , false"
    })
    void onlyWholeTablesOfInnoDbBearMarksThatCount(String engine, String options, boolean counts) {
        assertEquals(
                counts ? List.of(new TableMark("film", CREATED, UPDATED)) : List.of(),
                new CatalogMark("film", engine, options, CREATED, UPDATED).reliable().toList());
    }

    @Test
    void whatTheServerDoesNotKnowIsNoMark() {
        assertEquals(List.of(), new CatalogMark("film", "InnoDB", "", CREATED, null).reliable().toList());
        assertEquals(List.of(), new CatalogMark("film", "InnoDB", "", null, UPDATED).reliable().toList());
    }
}
