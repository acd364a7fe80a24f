package dev.tidemark.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.tidemark.support.Randomly;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTextTest {
    @ParameterizedTest
    @CsvSource({
        "2025-03-01 10:00:00, 2025-03-01T10:00", "2025-03-01 10:00:00.999999, 2025-03-01T10:00",
        "9999-12-31 23:59:59, 9999-12-31T23:59:59", "1000-01-01 00:00:00, 1000-01-01T00:00",
        "2024-02-29 23:59:59.5, 2024-02-29T23:59:59", "0001-01-01 00:00:01, 0001-01-01T00:00:01"
    })
    void aDateIsReadToTheSecond(String text, LocalDateTime time) {
        assertEquals(time, UtcText.parse(bytes(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0000-00-00 00:00:00", "2024-02-00 00:00:00", "2024-00-10 00:00:00", "2023-02-29 00:00:00",
        "2023-13-01 00:00:00", "2023-01-01 24:00:00", "2023-01-01", ""
    })
    void whatIsNoDateIsNull(String text) {
        assertNull(UtcText.parse(bytes(text)));
    }

    @Test
    void nullIsNull() {
        assertNull(UtcText.parse(null));
    }

    @Test
    void itAgreesWithTheLibrarysFormatterBothWays() {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
        long first = LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        long last = LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
        Randomly.repeat(2_000, random -> {
            LocalDateTime time = LocalDateTime.ofEpochSecond(random.nextLong(first, last + 1), 0, ZoneOffset.UTC);
            assertEquals(formatter.format(time), UtcText.format(time));
            assertEquals(time, UtcText.parse(bytes(UtcText.format(time))));
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
