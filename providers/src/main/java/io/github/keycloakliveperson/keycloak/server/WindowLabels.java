package io.github.keycloakliveperson.keycloak.server;

import io.github.keycloakliveperson.window.external.AnswerType;
import io.github.keycloakliveperson.window.external.WindowRequest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * What events and metrics say of a window's request: words of fixed lists, never anything of the
 * consumer.
 *
 * @param window external or embedded
 * @param dialect rfc or openid (L22); none in the embedded window
 * @param flow code or implicit
 */
public record WindowLabels(String window, String dialect, String flow) {

    public static final String SUCCESS = "success";

    private static final String UNKNOWN = "unknown";

    /** Of a request that couldn't be understood. */
    public static WindowLabels external() {
        return new WindowLabels("external", UNKNOWN, UNKNOWN);
    }

    public static WindowLabels external(WindowRequest request) {
        var dialect = request.dialect().name().toLowerCase(Locale.ROOT);
        return new WindowLabels("external", dialect, flow(request.type().value()));
    }

    /** Of a silent sign-in, whose request is Keycloak's own. */
    public static WindowLabels embedded(String responseType) {
        return new WindowLabels("embedded", "none", flow(responseType));
    }

    /** Adds what is known to an event. */
    public void tell(EventBuilder event) {
        tell(event, "liveperson_window", window);
        tell(event, "liveperson_dialect", dialect);
        tell(event, "liveperson_flow", flow);
    }

    /**
     * Counts a request that has got its answer; Keycloak's metrics endpoint shows the sums.
     *
     * @param client one of LivePerson's, empty where it isn't known
     * @param outcome {@link #SUCCESS} or the event's error, a word of a fixed list
     */
    public void count(RealmModel realm, Optional<ClientModel> client, String outcome) {
        Counter.builder("keycloak.liveperson.windows")
                .description("Requests of LivePerson windows that were answered")
                .tag("realm", realm.getName())
                .tag("client.id", client.map(ClientModel::getClientId).orElse(UNKNOWN))
                .tag("window", window)
                .tag("dialect", dialect)
                .tag("flow", flow)
                .tag("outcome", outcome)
                .register(Metrics.globalRegistry)
                .increment();
    }

    private static String flow(String responseType) {
        return AnswerType.CODE.value().equals(responseType)
                ? "code"
                : AnswerType.ID_TOKEN.value().equals(responseType) ? "implicit" : UNKNOWN;
    }

    private static void tell(EventBuilder event, String detail, String word) {
        if (!word.equals(UNKNOWN)) {
            event.detail(detail, word);
        }
    }
}
