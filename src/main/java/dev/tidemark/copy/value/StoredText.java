package dev.tidemark.copy.value;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as SQLite stores it, which need not be text at all. */
public final class StoredText {
    private StoredText() {}

    /** The stored value of these bytes: a String, or {@link InvalidText} where they are no UTF-8. */
    public static Object of(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new InvalidText(bytes);
        }
    }
}
