package io.github.keycloakliveperson.onboarding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * Why a request to the Admin API was not carried out.
 *
 * @param errorDescription every fault in sentences, under the name that {@code kcadm.sh} prints
 * @param fields the same, each under the field it is about
 */
public record Refusal(
        String error,
        @JsonProperty("error_description") String errorDescription,
        Map<String, String> fields) {

    public static Refusal of(Map<String, String> fields) {
        return new Refusal("invalid_request", String.join(" ", fields.values()), fields);
    }

    public static Refusal of(String error, String sentence) {
        return new Refusal(error, sentence, Map.of());
    }

    public static Refusal conflict(String clientId) {
        var sentence = "The client " + clientId + " already exists. Choose another client id.";
        return new Refusal("conflict", sentence, Map.of(NewClientReader.CLIENT_ID, sentence));
    }
}
