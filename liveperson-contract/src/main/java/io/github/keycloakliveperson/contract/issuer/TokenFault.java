package io.github.keycloakliveperson.contract.issuer;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.LivePersonError.*;
import static io.github.keycloakliveperson.contract.clause.Verdict.FAIL;
import static io.github.keycloakliveperson.contract.clause.Verdict.WARN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.LivePersonError;
import io.github.keycloakliveperson.contract.clause.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/** One thing that is wrong with an id_token or its key, and LivePerson's verdict on it. */
public enum TokenFault {
    WEAK_KEY(L1, "key size", KEY_FORMAT),
    OTHER_RSA_ALGORITHM(L1, "algorithm", ALGORITHM),
    PUBLIC_KEY_AS_SECRET(L1, "algorithm", ALGORITHM),
    UNSIGNED(L1, "algorithm", ALGORITHM),
    FOREIGN_SIGNATURE(L1, "signature", SIGNATURE),

    MILLISECONDS(L2, "iss, iat, exp", CLAIM_MISSING, times(c -> 1000L * c)),
    TEXT_TIMES(L2, "iss, iat, exp", CLAIM_MISSING, c -> c.put("exp", c.path("exp").asText())),
    FRACTION(L2, "iss, iat, exp", WARN, c -> c.put("exp", c.path("exp").asLong() + 0.5)),
    NO_ISSUER(L2, "iss, iat, exp", CLAIM_MISSING, c -> c.remove("iss")),
    NO_IAT(L2, "iss, iat, exp", CLAIM_MISSING, c -> c.remove("iat")),
    NO_EXP(L2, "iss, iat, exp", CLAIM_MISSING, c -> c.remove("exp")),
    FUTURE(L2, "iat", FAIL, times(c -> c + 1800)),
    NEAR_FUTURE(L2, "iat", WARN, times(c -> c + 180)),

    NO_SUB(L3, "sub cannot be guessed", CLAIM_MISSING, c -> c.remove("sub")),
    BLANK_SUB(L3, "sub cannot be guessed", CLAIM_MISSING, c -> c.put("sub", " ")),
    EMAIL_AS_SUB(L3, "sub cannot be guessed", FAIL, c -> c.put("sub", "ada@brand.example")),
    PHONE_AS_SUB(L3, "sub cannot be guessed", FAIL, c -> c.put("sub", "+49 30 123456")),
    COUNTER_AS_SUB(L3, "sub cannot be guessed", WARN, c -> c.put("sub", "12345")),
    NAME_AS_SUB(L3, "sub cannot be guessed", WARN, c -> c.put("sub", "ada")),
    FEDERATED_SUB(L3, "sub cannot be guessed", WARN, c -> c.put("sub", "f:7e1b:bruno")),

    OTHER_ISSUER(L4, "the token's iss", FAIL, c -> c.put("iss", c.path("iss").asText() + "/")),

    NUMBER_AS_EMAIL(L5, "standard claims", FAIL, c -> c.put("email", 1)),
    PHONE_NUMBER(L5, "phone_number", WARN, c -> c.put("phone_number", "+4930123456")),

    SHORT_LIFE(L7, "exp", WARN, c -> c.put("exp", c.path("iat").asLong() + 300)),
    LONG_LIFE(L7, "exp", WARN, c -> c.put("exp", c.path("iat").asLong() + 90_000)),
    EXPIRED_TOKEN(L7, "exp", EXPIRED, TokenFault::anHourAgo),

    NO_SDES(L8, "lp_sdes", WARN, c -> c.remove("lp_sdes")),
    SDES_OBJECT(L8, "lp_sdes", SDES_MALFORMED, TokenFault::firstEntryAlone),
    SDES_WITHOUT_TYPE(L8, "lp_sdes", SDES_MALFORMED, sdes("\"type\":\"personal\",", "")),

    SDES_CART(L9, "types", WARN, sdes("\"type\":\"personal\"", "\"type\":\"cart\"")),
    SDES_STORE_NUMBER(L9, "ctmrinfo", WARN, sdes("\"cstatus\"", "\"storeNumber\"")),
    SDES_STORE_ZIP_CODE(L9, "ctmrinfo", WARN, sdes("\"cstatus\"", "\"storeZipCode\"")),
    SDES_UNKNOWN_FIELD(L9, "ctmrinfo", WARN, sdes("\"cstatus\"", "\"shoeSize\"")),
    SDES_TEXT_BALANCE(L9, "ctmrinfo", SDES_MALFORMED, sdes("-400.99", "\"-400.99\"")),
    SDES_MONTH_13(L9, "ctmrinfo", SDES_MALFORMED, sdes("\"month\":10", "\"month\":13")),
    SDES_31_FEBRUARY(
            L9,
            "ctmrinfo",
            SDES_MALFORMED,
            sdes("\"day\":15,\"month\":10", "\"day\":31,\"month\":2")),
    SDES_DAY_ALONE(L9, "ctmrinfo", SDES_MALFORMED, sdes("\"month\":10,\"year\":2014", "\"x\":1")),
    SDES_LOWER_CASE_CURRENCY(L9, "ctmrinfo", WARN, sdes("\"USD\"", "\"usd\"")),
    SDES_BLANK(L9, "ctmrinfo", WARN, sdes("\"gold\"", "\" \"")),
    SDES_CAMEL_CASE_NAME(L9, "personal", WARN, sdes("firstname", "firstName")),
    SDES_LOWER_CASE_GENDER(L9, "personal", WARN, sdes("FEMALE", "female")),
    SDES_WRONG_KEY(L9, "personal", SDES_MALFORMED, sdes("\"personal\":{", "\"info\":{")),
    SDES_TWICE(
            L10,
            "one entry per type",
            WARN,
            sdes(
                    "{\"type\":\"personal\"",
                    "{\"type\":\"ctmrinfo\",\"info\":{}},{\"type\":\"personal\"")),

    NO_KID(L12, "kid", KID_MISSING),
    FOREIGN_KID(L12, "kid", KID_UNKNOWN),
    KID_OF_ENCRYPTION_KEY(L12, "kid", KID_UNKNOWN),

    OAEP_WITH_SHA1(L13, "JWS in JWE", ALGORITHM),
    RSA1_5(L13, "JWS in JWE", ALGORITHM),
    NO_JWE_KID(L13, "LivePerson's kid", DECRYPTION),
    FOREIGN_JWE_KID(L13, "LivePerson's kid", DECRYPTION),
    ENCRYPTED_UNSIGNED(L13, "a JWS inside", NOT_A_JWT),
    FOREIGN_ENCRYPTION_KEY(L14, "LivePerson's key", DECRYPTION),
    UNKNOWN_CONTENT_ENCRYPTION(L15, "content encryption", DECRYPTION),
    NO_CTY(L15, "cty", WARN),
    NOT_ENCRYPTED(L16, "never unencrypted", DECRYPTION);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clause clause;
    private final String attempt;
    private final Verdict verdict;
    private final LivePersonError error;
    private final Consumer<ObjectNode> change;

    TokenFault(
            Clause clause,
            String attempt,
            Verdict verdict,
            LivePersonError error,
            Consumer<ObjectNode> change) {
        this.clause = clause;
        this.attempt = attempt;
        this.verdict = verdict;
        this.error = error;
        this.change = change;
    }

    TokenFault(Clause clause, String attempt, Verdict verdict) {
        this(clause, attempt, verdict, null, claims -> {});
    }

    TokenFault(Clause clause, String attempt, Verdict verdict, Consumer<ObjectNode> change) {
        this(clause, attempt, verdict, null, change);
    }

    TokenFault(Clause clause, String attempt, LivePersonError error) {
        this(clause, attempt, FAIL, error, claims -> {});
    }

    TokenFault(Clause clause, String attempt, LivePersonError error, Consumer<ObjectNode> change) {
        this(clause, attempt, FAIL, error, change);
    }

    /** {@return the clause that it breaks} */
    public Clause clause() {
        return clause;
    }

    /** {@return the attempt of its finding} */
    public String attempt() {
        return attempt;
    }

    /** {@return its verdict} */
    public Verdict verdict() {
        return verdict;
    }

    /** {@return the error that LivePerson refuses it with, where its documents name one} */
    public Optional<LivePersonError> error() {
        return Optional.ofNullable(error);
    }

    /** {@return whether it concerns only encrypted tokens} */
    public boolean ofEncryption() {
        return clause.compareTo(L13) >= 0;
    }

    /** Puts it into correct claims, if it concerns claims. */
    void spoil(ObjectNode claims) {
        change.accept(claims);
    }

    private static Consumer<ObjectNode> times(LongUnaryOperator change) {
        return claims -> {
            for (var name : List.of("iat", "exp")) {
                claims.put(name, change.applyAsLong(claims.path(name).asLong()));
            }
        };
    }

    private static void anHourAgo(ObjectNode claims) {
        var back = claims.path("exp").asLong() - claims.path("iat").asLong() + 3600;
        times(time -> time - back).accept(claims);
    }

    private static void firstEntryAlone(ObjectNode claims) {
        var first = claims.path("lp_sdes").path(0);
        claims.set("lp_sdes", first.isObject() ? first : claims.objectNode());
    }

    private static Consumer<ObjectNode> sdes(String right, String wrong) {
        return claims -> {
            var text = claims.path("lp_sdes").toString();
            if (!text.contains(right)) {
                throw new IllegalArgumentException("There is no " + right + " in lp_sdes.");
            }
            try {
                claims.set("lp_sdes", JSON.readTree(text.replace(right, wrong)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
