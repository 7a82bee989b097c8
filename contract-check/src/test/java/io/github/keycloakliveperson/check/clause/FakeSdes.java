package io.github.keycloakliveperson.check.clause;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.atomic.AtomicInteger;

/** The fake provider's {@code lp_sdes}: every field of both tables, or one thing wrong. */
final class FakeSdes {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String FULL =
            """
            [{"type":"ctmrinfo","info":{"cstatus":"gold","ctype":"vip","customerId":"138766AC",
              "socialId":"11256324780","imei":"3543546543545688","userName":"ada",
              "companyBranch":"north","accountName":"bank corp","role":"broker",
              "balance":-400.99,"currency":"USD","companySize":500,"loginStatus":1,
              "lastPaymentDate":{"day":15,"month":10,"year":2014},
              "registrationDate":{"day":23,"month":5,"year":2013}}},
             {"type":"personal","personal":{"firstname":"Ada 😀","lastname":"Lovelace",
              "company":"liveperson","gender":"FEMALE","language":"en-US",
              "age":{"age":34,"year":1980,"month":4,"day":15},
              "contacts":[{"email":"a@brand.example","phone":"+1 212-788-8877",
                "phoneType":"MOBILE","address":{"country":"US","region":"NY"}}]}}]
            """;

    private final FakeProvider provider;
    private final AtomicInteger count = new AtomicInteger();

    FakeSdes(FakeProvider provider) {
        this.provider = provider;
    }

    JsonNode next() {
        int number = count.incrementAndGet();
        return provider.fault
                .map(
                        fault ->
                                switch (fault) {
                                    case SDES_OBJECT -> json("{\"type\":\"ctmrinfo\"}");
                                    case SDES_WITHOUT_TYPE -> with("\"type\":\"personal\",", "");
                                    case SDES_CART -> json("[{\"type\":\"cart\",\"total\":11.7}]");
                                    case SDES_STORE_NUMBER ->
                                            with(
                                                    "\"cstatus\"",
                                                    "\"storeNumber\":\"1\",\"cstatus\"");
                                    case SDES_TEXT_BALANCE -> with("-400.99", "\"-400.99\"");
                                    case SDES_MONTH_13 -> with("\"month\":10", "\"month\":13");
                                    case SDES_CAMEL_CASE_NAME -> with("firstname", "firstName");
                                    case SDES_LOWER_CASE_GENDER -> with("FEMALE", "female");
                                    case SDES_WRONG_KEY -> with("\"personal\":{", "\"info\":{");
                                    case SDES_DELTA ->
                                            with("\"loginStatus\":1", "\"loginStatus\":" + number);
                                    default -> json(FULL);
                                })
                .orElseGet(() -> json(FULL));
    }

    private static JsonNode with(String old, String replacement) {
        if (!FULL.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        return json(FULL.replace(old, replacement));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
