package dev.tidemark.spark;

import picocli.CommandLine;

/** Reads a number of things from the command line: there must be at least one. */
final class CountConverter implements CommandLine.ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static CommandLine.TypeConversionException wrong(String text) {
        return new CommandLine.TypeConversionException("'" + text + "' is no whole number of 1 or more");
    }
}
