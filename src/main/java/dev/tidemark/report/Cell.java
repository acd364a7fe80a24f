package dev.tidemark.report;

import dev.tidemark.text.Words;
import java.time.Instant;
import java.util.List;

/** A cell of a table. */
public sealed interface Cell {
    /** An empty cell. */
    Cell EMPTY = new Text("");

    /** A text. */
    record Text(String text) implements Cell {
        private static final int LONG = 40;

        /** Whether it needs room for several words in a line. */
        public boolean isLong() {
            return text.length() > LONG;
        }
    }

    /**
     * A number.
     *
     * @param value as charts draw it
     * @param shown as people read it
     */
    record Number(double value, String shown) implements Cell {
        /** A whole number. */
        public static Number of(long value) {
            return new Number(value, Words.number(value));
        }

        /** A share of the whole, in percent. */
        public static Number percent(double share) {
            return new Number(share * 100, Words.percent(share));
        }

        /** An amount of cents, in units. */
        public static Number amount(long cents) {
            return new Number(cents / 100.0, Words.amount(cents));
        }
    }

    /**
     * A number that is also shown by the darkness of its cell.
     *
     * @param number the number
     * @param level from 0, the lightest, to 9
     */
    record Shade(long number, int level) implements Cell {
        /** The number as people read it. */
        public String shown() {
            return Words.number(number);
        }
    }

    /** A time. */
    record Time(Instant at) implements Cell {
        /** As people read it, to the second, UTC. */
        public String shown() {
            return Words.time(at);
        }
    }

    /** How a number developed; a small line shows it. */
    record Trend(List<Long> values) implements Cell {
        private static final double WIDTH = 100;
        private static final double HEIGHT = 20;

        public Trend {
            values = List.copyOf(values);
        }

        /** The line's points in a box of 100 by 24, as SVG writes them; the smallest value lies at the bottom. */
        public String points() {
            long least = values.stream().mapToLong(Long::longValue).min().orElse(0);
            long range = values.stream().mapToLong(Long::longValue).max().orElse(0) - least;
            StringBuilder points = new StringBuilder();
            for (int index = 0; index < values.size(); index++) {
                double x = values.size() == 1 ? WIDTH : index * WIDTH / (values.size() - 1);
                double share = range == 0 ? 0.5 : (double) (values.get(index) - least) / range;
                points.append(index == 0 ? "" : " ").append(Words.plain(x)).append(',')
                        .append(Words.plain(2 + HEIGHT - share * HEIGHT));
            }
            return points.toString();
        }

        /** The development in words. */
        public String inWords() {
            return values.isEmpty()
                    ? "no values"
                    : "from " + Words.number(values.getFirst()) + " to " + Words.number(values.getLast());
        }
    }
}
