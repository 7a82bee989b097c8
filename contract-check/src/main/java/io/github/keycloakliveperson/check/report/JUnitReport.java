package io.github.keycloakliveperson.check.report;

import io.github.keycloakliveperson.contract.clause.Finding;
import io.github.keycloakliveperson.contract.clause.Verdict;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** For CI: JUnit's XML, one test case per finding; warnings go to the case's output. */
public final class JUnitReport implements ReportFormat {
    @Override
    public String write(Report report) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "LivePerson contract check of " + report.issuer());
            for (var section : report.sections()) {
                suite(xml, section);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A string could not be written to.", impossible);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, Section section) throws XMLStreamException {
        var alone = new Report("", java.util.List.of(section));
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean(section.title()));
        xml.writeAttribute("tests", String.valueOf(section.findings().size()));
        xml.writeAttribute("failures", String.valueOf(alone.count(Verdict.FAIL)));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", String.valueOf(alone.count(Verdict.NOT_CHECKED)));
        for (var finding : section.findings()) {
            testCase(xml, section, finding);
        }
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, Section section, Finding finding)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(section.title()));
        xml.writeAttribute("name", finding.clause() + " " + clean(finding.attempt()));
        var evidence = clean(finding.evidence());
        switch (finding.verdict()) {
            case FAIL -> element(xml, "failure", Map.of("message", evidence), finding.advice());
            case NOT_CHECKED -> element(xml, "skipped", Map.of("message", evidence), "");
            case WARN ->
                    element(
                            xml,
                            "system-out",
                            Map.of(),
                            "warn: " + evidence + " → " + finding.advice());
            case PASS -> element(xml, "system-out", Map.of(), evidence);
        }
        xml.writeEndElement();
    }

    private static void element(
            XMLStreamWriter xml, String name, Map<String, String> attributes, String body)
            throws XMLStreamException {
        xml.writeStartElement(name);
        for (var attribute : attributes.entrySet()) {
            xml.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        xml.writeCharacters(clean(body));
        xml.writeEndElement();
    }

    /** XML 1.0 has no control characters, and a provider's error page may hold any. */
    private static String clean(String text) {
        return text.replaceAll(
                "[^\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
    }
}
