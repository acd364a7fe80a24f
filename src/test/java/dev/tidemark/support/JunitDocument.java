package dev.tidemark.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A JUnit document, as a CI system reads it.
 *
 * @param document the document
 */
public record JunitDocument(Document document) {
    /** The document in {@code xml}. */
    public static JunitDocument of(String xml) {
        try {
            return new JunitDocument(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (ParserConfigurationException | SAXException | IOException failure) {
            throw new AssertionError(xml, failure);
        }
    }

    /** Its only suite. */
    public Element suite() {
        return first("testsuite");
    }

    /** The first failure. */
    public Element failure() {
        return first("failure");
    }

    /** The names of all elements with this tag. */
    public List<String> names(String tag) {
        var elements = document.getElementsByTagName(tag);
        return IntStream.range(0, elements.getLength())
                .mapToObj(index -> ((Element) elements.item(index)).getAttribute("name"))
                .toList();
    }

    private Element first(String tag) {
        return (Element) document.getElementsByTagName(tag).item(0);
    }
}
