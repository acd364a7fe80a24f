package dev.tidemark.copy.value;

import java.util.regex.Pattern;

/** Phone numbers in the form of E.164: a plus sign, the country code, and the number, of 8 to 15 digits together. */
final class PhoneNumber {
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Zs}\\p{Pd}.()]");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");
    // Some countries keep a zero in parentheses in international calls, and others drop it.
    private static final Pattern OPTIONAL_ZERO = Pattern.compile("\\(\\p{Zs}*0\\p{Zs}*\\)");

    private PhoneNumber() {}

    /** A text in the form of E.164, or a {@link BadValue} for what is not text or has no country code. */
    static Object of(Object stored) {
        if (stored instanceof String text && !OPTIONAL_ZERO.matcher(text).find()) {
            String number = PUNCTUATION.matcher(text).replaceAll("").replaceFirst("^00", "+");
            if (INTERNATIONAL.matcher(number).matches()) {
                return number;
            }
        }
        return BadValue.of(stored, "is no phone number with a country code");
    }
}
