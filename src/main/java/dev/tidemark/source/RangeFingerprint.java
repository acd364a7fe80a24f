package dev.tidemark.source;

/**
 * The fingerprint of the rows of a range of keys.
 *
 * @param firstKey the first value of the range, of the key's leading column
 * @param rows the number of rows
 * @param content the XOR of the hashes of the rows, in hexadecimal
 * @param keys the XOR of the hashes of the leading keys; null if nothing depends only on keys
 * @param lastUpdate the most recent time of change in the rows, as the database writes it; null for none
 */
public record RangeFingerprint(long firstKey, long rows, String content, String keys, String lastUpdate) {
    /** The later of two times of change; either may be null for none. */
    public static String later(String one, String other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }
}
