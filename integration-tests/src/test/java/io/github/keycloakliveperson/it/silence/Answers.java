package io.github.keycloakliveperson.it.silence;

import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.it.harness.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was said to whoever asked: pages, scripts, error answers, descriptions of errors. */
final class Answers {

    private final List<String> texts = new ArrayList<>();

    /** Keeps an answer whose every character is looked at, headers included. */
    Reply keep(Reply answer) {
        StringBuilder text = new StringBuilder().append(answer.status()).append('\n');
        answer.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("set-cookie"))
                .map(Map.Entry::toString)
                .forEach(header -> text.append(header).append('\n'));
        texts.add(text.append(answer.body()).toString());
        return answer;
    }

    /** Keeps a redirect's error; the rest of it is the window's address with its own state. */
    String keepError(String location) {
        Map<String, String> parameters = Query.of(location);
        texts.add(parameters.get("error") + " " + parameters.get("error_description"));
        return location;
    }

    /** All of it. */
    List<String> texts() {
        return texts;
    }
}
