package io.github.keycloakliveperson.it.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/** What a block of code may be, and what reads it. */
enum Format {
    SH {
        @Override
        void read(String text) throws Exception {
            bash(text);
        }
    },
    CONSOLE {
        @Override
        void read(String text) throws Exception {
            bash(
                    text.lines()
                            .filter(line -> line.startsWith("$ "))
                            .map(line -> line.substring(2))
                            .collect(Collectors.joining("\n")));
        }
    },
    JSON {
        @Override
        void read(String text) throws IOException {
            STRICT_JSON.readTree(text);
        }
    },
    YAML {
        @Override
        void read(String text) throws IOException {
            readNested(yaml(text));
        }
    },
    PROPERTIES {
        @Override
        void read(String text) {
            List<String> odd =
                    text.lines().filter(line -> !line.matches("[A-Za-z_.-]+=\\S.*")).toList();
            if (!odd.isEmpty()) {
                throw new IllegalArgumentException("neither key nor value: " + odd);
            }
        }
    },
    FTL {
        @Override
        void read(String text) throws IOException {
            new Template("block", text, new Configuration(Configuration.VERSION_2_3_32));
        }
    },
    XML {
        @Override
        void read(String text) throws Exception {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
        }
    },
    /** The compiler reads it: a test holds it against its own source. */
    JAVA,
    /** {@link ForeignFormatsTest} reads these four. */
    HCL,
    DOCKERFILE,
    TS,
    JSX,
    /** {@link ProxyBlocksTest} reads these two. */
    NGINX,
    HAPROXY,
    /** {@link HtmlBlocksTest} reads it. */
    HTML,
    /** Nothing on Linux reads it. */
    POWERSHELL,
    /** The program that shows the documents draws it. */
    MERMAID,
    /** A program's output, an address, a policy: nothing to parse. */
    TEXT;

    private static final JsonMapper STRICT_JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final YAMLMapper STRICT_YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Reads a text, where this JVM can. */
    void read(String text) throws Exception {}

    /** A document in YAML as a tree. */
    static JsonNode yaml(String text) throws JsonProcessingException {
        return STRICT_YAML.readTree(text);
    }

    /** A chart takes YAML inside of strings too. */
    private static void readNested(JsonNode tree) throws JsonProcessingException {
        for (JsonNode value : tree) {
            if (value.isTextual() && value.textValue().contains("\n")) {
                yaml(value.textValue());
            }
            readNested(value);
        }
    }

    private static void bash(String script) throws Exception {
        Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        try (var input = bash.getOutputStream()) {
            input.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (bash.waitFor() != 0) {
            throw new IllegalArgumentException(said);
        }
    }
}
