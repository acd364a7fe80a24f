package dev.tidemark.cli.option;

import dev.tidemark.comparison.Tolerance;
import picocli.CommandLine;

/** Reads a tolerance from the command line. */
public final class ToleranceConverter implements CommandLine.ITypeConverter<Tolerance> {
    @Override
    public Tolerance convert(String text) {
        try {
            return Tolerance.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new CommandLine.TypeConversionException(
                    "'" + text + "' is no tolerance; write rows=5, amount=0.50 or rows=5,amount=0.50");
        }
    }
}
