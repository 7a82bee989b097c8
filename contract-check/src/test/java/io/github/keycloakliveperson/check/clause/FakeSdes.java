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
        if (provider.has(Fault.SDES_OBJECT)) {
            return json("{\"type\":\"ctmrinfo\"}");
        }
        if (provider.has(Fault.SDES_DELTA)) {
            return json(FULL.replace("\"loginStatus\":1", "\"loginStatus\":" + number));
        }
        return json(provider.fault.map(fault -> fault.in(FULL)).orElse(FULL));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
