package io.github.keycloakliveperson.it.compatibility;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What one failsafe run wrote: a summary, and a report per test class with the system properties of
 * the JVM that it ran in.
 *
 * @param directory where they are
 */
record FailsafeReports(Path directory) {

    private static final Set<String> WANTED =
            Set.of("keycloak.version", "java.specification.version", "it.groups", "it.test");

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when there are none, when they are of more than one server,
     *     when the run broke off, or when it was of some tests chosen by name
     */
    ServerRun read() throws IOException {
        Set<Map<String, String>> settings = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "TEST-*.xml")) {
            for (Path file : files) {
                settings.add(settings(parsed(file)));
            }
        }
        if (settings.size() != 1) {
            throw new IllegalArgumentException(
                    directory + " should hold the reports of one run, not of " + settings);
        }
        Map<String, String> of = settings.iterator().next();
        if (of.containsKey("it.test")) {
            throw new IllegalArgumentException(
                    directory + " holds a run of chosen tests, " + of.get("it.test"));
        }
        Element summary = parsed(directory.resolve("failsafe-summary.xml"));
        if (!text(summary, "failureMessage").isBlank()) {
            throw new IllegalArgumentException(
                    directory + " holds a run that broke off: " + text(summary, "failureMessage"));
        }
        return new ServerRun(
                of.get("keycloak.version"),
                Integer.parseInt(of.get("java.specification.version")),
                TestSet.ofGroups(of.getOrDefault("it.groups", "")),
                number(summary, "completed"),
                number(summary, "failures") + number(summary, "errors"),
                number(summary, "skipped"));
    }

    private static Map<String, String> settings(Element suite) {
        Map<String, String> found = new TreeMap<>();
        NodeList properties = suite.getElementsByTagName("property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            if (WANTED.contains(property.getAttribute("name"))) {
                found.put(property.getAttribute("name"), property.getAttribute("value"));
            }
        }
        return found;
    }

    private static int number(Element summary, String name) {
        return Integer.parseInt(text(summary, name));
    }

    private static String text(Element summary, String name) {
        return summary.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Element parsed(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The report " + file + " can't be read", e);
        }
    }
}
