package dev.tidemark.cli.output.validation;

import dev.tidemark.comparison.Verdict;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A validation as a JUnit XML document: one test case for each check, failed if the check fails the command. */
public final class ValidationJunit {
    private final XMLStreamWriter xml;
    private final FailOn failOn;

    private ValidationJunit(XMLStreamWriter xml, FailOn failOn) {
        this.xml = xml;
        this.failOn = failOn;
    }

    /** The document; {@code failOn} says which checks fail. */
    public static String of(ValidationReport report, FailOn failOn) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new ValidationJunit(xml, failOn).write(report);
            xml.close();
        } catch (XMLStreamException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
        return text.toString();
    }

    private void write(ValidationReport report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", "tidemark validate");
        attribute("tests", Integer.toString(report.findings().size()));
        attribute("failures", Long.toString(report.findings().stream().filter(this::fails).count()));
        attribute("errors", "0");
        attribute("skipped", Long.toString(report.findings().stream().filter(this::skips).count()));
        attribute("time", "0");
        for (ValidationFinding finding : report.findings()) {
            write(finding);
        }
        line(1);
        xml.writeEndElement();
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private boolean fails(ValidationFinding finding) {
        return failOn.fails(finding.verdict());
    }

    // CI systems show what was skipped, and hide what a test that passes prints.
    private boolean skips(ValidationFinding finding) {
        return finding.kind().equals(ValidationFinding.PERIOD)
                && finding.verdict() == Verdict.PARTIAL
                && !fails(finding);
    }

    private void write(ValidationFinding finding) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        attribute("classname", "tidemark." + finding.kind());
        attribute("name", finding.name());
        attribute("time", "0");
        line(3);
        xml.writeStartElement(fails(finding) ? "failure" : skips(finding) ? "skipped" : "system-out");
        if (fails(finding)) {
            attribute("message", finding.summary());
            attribute("type", "difference");
        } else if (skips(finding)) {
            attribute("message", finding.summary());
        }
        xml.writeCharacters(legal(fails(finding) ? String.join("\n", finding.details()) : finding.summary()));
        xml.writeEndElement();
        line(2);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    // Rows may hold characters that XML cannot represent.
    private static String legal(String text) {
        return text.codePoints()
                .map(point -> point == '\t' || point == '\n' || point == '\r' || point >= 0x20 && point <= 0xD7FF
                                || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000
                        ? point
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
