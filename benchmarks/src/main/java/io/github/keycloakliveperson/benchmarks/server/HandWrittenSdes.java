package io.github.keycloakliveperson.benchmarks.server;

/** What somebody without a mapper would write by hand (K19): the same fields as ours. */
final class HandWrittenSdes {

    private static final String JSON =
            """
            [{"type":"ctmrinfo","info":{"cstatus":"gold","ctype":"residential",\
            "customerId":"FH-204771","balance":-42.9,"currency":"EUR",\
            "socialId":"@jane.in.the.garden","imei":"356938035643809","userName":"consumer-0",\
            "companySize":4,"companyBranch":"Lakeside","accountName":"Home internet & energy",\
            "role":"account owner","loginStatus":1,\
            "lastPaymentDate":{"day":2,"month":11,"year":2026},\
            "registrationDate":{"day":15,"month":4,"year":2019}}},\
            {"type":"personal","personal":{"firstname":"Jané 🌻","lastname":"Doe-Öztürk",\
            "age":{"age":38,"year":1988,"month":2,"day":29},\
            "contacts":[{"email":"consumer-0@brand.example","phone":"+4915550100",\
            "phoneType":"MOBILE","address":{"country":"Germany","region":"Berlin"}},\
            {"phone":"+493055501","phoneType":"WORK",\
            "address":{"country":"Germany","region":"Berlin"}}],"gender":"FEMALE",\
            "company":"Doe Garden Design","language":"de-DE"}}]""";

    private HandWrittenSdes() {}

    static String json() {
        return JSON;
    }
}
