package io.github.keycloakliveperson.benchmarks.server;

import io.github.keycloakliveperson.check.browser.Reply;
import io.github.keycloakliveperson.contract.window.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The form of Keycloak's form-post page, read with as little work as possible, because the
 * browser's work isn't the server's.
 *
 * @param action where it is posted
 * @param body its fields, encoded
 */
record Form(String action, String body) {

    private static final Pattern ACTION = Pattern.compile("ACTION=\"([^\"]*)\"");
    private static final Pattern FIELD = Pattern.compile("NAME=\"([^\"]*)\" VALUE=\"([^\"]*)\"");

    static Form of(Reply page) {
        var action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new IllegalStateException("No form: " + page.status());
        }
        List<String> fields = new ArrayList<>();
        var field = FIELD.matcher(page.body());
        while (field.find()) {
            fields.add(field.group(1) + "=" + Encoding.encode(field.group(2)));
        }
        return new Form(action.group(1), String.join("&", fields));
    }
}
