package io.github.keycloakliveperson.it.window;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** A state of the length and the kind that was captured in public (L25). */
public final class PublicState {

    private static final int CHARACTERS = 1_243;

    /** An RSA key of 2,048 bits in base64, which nothing can make shorter. */
    private static final int KEY_BYTES = 294;

    private PublicState() {}

    /** As a browser writes it into the address: blanks as {@code %20}. */
    public static String raw() {
        return URLEncoder.encode(json(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String json() {
        byte[] key = new byte[KEY_BYTES];
        new Random(1).nextBytes(key);
        String json =
                """
                {"lpUnifiedWindowConfig":{"accountId":"12345678","env":"prod","external":true,\
                "scp":"uw","secureStorageType":"indexedDB","engConf":{"async":true,\
                "scid":"3","cid":2816472310,"eid":2816473610,"lang":"en-US","svid":\
                "YzNmZGM5M2U4NTA2NmM1","ssid":"s8qTzXrPTJ-Lw0mRk5vY3A","lewid":2816473710,\
                "allowUnauthMsg":false,"availabilityPolicy":1,"skillId":"-1","connector":\
                {"id":2816470010,"type":1,"name":"Fernhill","configuration":{"issuer":\
                "https://login.brand.example/realms/brand","authorizationEndpoint":\
                "https://login.brand.example/realms/brand/liveperson/authorize","tokenEndpoint":\
                "https://login.brand.example/realms/brand/protocol/openid-connect/token",\
                "clientId":"liveperson","jsContext":"window","jwtPublicKey":"%s"}}},"features":"%s"}}\
                """;
        String key64 = Base64.getEncoder().encodeToString(key);
        int missing = CHARACTERS - json.formatted(key64, "").length();
        return json.formatted(key64, "x".repeat(missing));
    }
}
