package dev.tidemark.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Lines on a terminal that is too narrow for them. */
class ParagraphsTest {
    @Test
    void aSentenceIsBrokenBetweenWords() {
        assertEquals(
                "The warehouse is as the\nlast run left it.",
                Paragraphs.fit("The warehouse is as the last run left it.", 24));
    }

    @Test
    void whatFollowsAGapStaysBeneathIt() {
        assertEquals(
                "Source  127.0.0.1/sakila, all\n        tables are there\nWarehouse",
                Paragraphs.fit("Source  127.0.0.1/sakila, all tables are there\nWarehouse", 30));
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertEquals("one  two three\n\nfour", Paragraphs.fit("one  two three\n\nfour", 14));
    }

    @Test
    void aWordIsNeverBrokenAndAColumnWithoutRoomIsLeftToTheTerminal() {
        assertEquals("a\njdbc:mysql://127.0.0.1:3306/sakila", Paragraphs.fit("a jdbc:mysql://127.0.0.1:3306/sakila", 20));
        assertEquals("1234567890  one two three four", Paragraphs.fit("1234567890  one two three four", 29));
    }

    @Test
    void coloursTakeNoRoom() {
        assertEquals("\u001b[31mone\u001b[0m two three four five", Paragraphs.fit("\u001b[31mone\u001b[0m two three four five", 23));
    }

    @Test
    void aTableIsCutBetweenItsColumns() {
        assertEquals(
                """
                table   rows  shows source as of
                    last update          lag
                film   1,000  2026-11-28 23:04:15
                    2006-02-15 05:03:42  9 s
                actor    200  2026-11-28 23:04:15
                    2006-02-15 04:34:33  9 s

                film is level.""",
                Paragraphs.fit(
                        """
                        table   rows  shows source as of   last update          lag
                        film   1,000  2026-11-28 23:04:15  2006-02-15 05:03:42  9 s
                        actor    200  2026-11-28 23:04:15  2006-02-15 04:34:33  9 s

                        film is level.""",
                        40));
    }
}
