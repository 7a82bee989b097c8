package io.github.keycloakliveperson.contract.clause;

/** LivePerson's own error numbers, as far as they are known, each with the usual fix. */
public enum LivePersonError {
    SIGNATURE(
            9007,
            "signature verification failed",
            "Give LivePerson the key that signs: the realm's JWKS address, or its active RS256 key."),
    CODE_REFUSED(
            9011,
            "the token endpoint refused the code",
            "Compare client id, secret, redirect URIs and PKCE in the connector and at the provider."),
    TOKEN_ENDPOINT_SLOW(
            9013,
            "the token endpoint did not answer in time",
            "Make the token endpoint reachable for LivePerson's servers, and fast enough."),
    ALGORITHM(
            1003,
            "algorithm not supported",
            "Sign with RS256. If the token is encrypted, use RSA-OAEP-256."),
    DECRYPTION(
            1004,
            "decryption failed",
            "Encrypt with the key and the kid that LivePerson supplied."),
    KEY_FORMAT(
            1005,
            "the key cannot be used",
            "Paste an RSA key of 2048 bits or more: base64 SPKI on one line, without header."),
    NOT_A_JWT(1008, "not a JWT", "Return a compact JWS, or a compact JWE around one."),
    NOT_JSON(
            1009,
            "the JWT's parts cannot be read",
            "Header and payload must be base64url of JSON objects."),
    CLAIM_MISSING(
            1011,
            "a mandatory claim is missing or unusable",
            "Send iss, sub, iat and exp; iat and exp as numbers of seconds."),
    EXPIRED(
            1012,
            "the token has expired",
            "Set exp in the future (usually 3600 s after iat), and set the server's clock."),
    SDES_MALFORMED(
            1026,
            "lp_sdes is malformed",
            "Send lp_sdes as a JSON array of objects, each with a type."),
    JWKS_MALFORMED(
            1038,
            "the key set cannot be read",
            "Serve a JWK set over https whose RSA keys have a base64url n and e."),
    KID_UNKNOWN(
            1041,
            "the token's kid is not in the key set",
            "Keep every key in the set while its tokens are valid, under the kid in the token."),
    KID_MISSING(
            1042,
            "several keys in the set and no kid in the token",
            "Put the signing key's kid into the token's header."),
    PKCE_VERIFIER(
            1057,
            "PKCE verifier missing or wrong",
            "Turn PKCE on or off on both sides. Only S256 is supported.");

    private final int number;
    private final String meaning;
    private final String fix;

    LivePersonError(int number, String meaning, String fix) {
        this.number = number;
        this.meaning = meaning;
        this.fix = fix;
    }

    /** {@return LivePerson's number} */
    public int number() {
        return number;
    }

    /** {@return what the number means, in a few words} */
    public String meaning() {
        return meaning;
    }

    /** {@return what the brand does about it, as a sentence} */
    public String fix() {
        return fix;
    }
}
