package io.github.keycloakliveperson.check.clause;

import static io.github.keycloakliveperson.contract.clause.Clause.*;
import static io.github.keycloakliveperson.contract.clause.Verdict.FAIL;
import static io.github.keycloakliveperson.contract.clause.Verdict.WARN;

import io.github.keycloakliveperson.contract.clause.Clause;
import io.github.keycloakliveperson.contract.clause.Verdict;

/**
 * One thing besides its tokens that the fake provider does wrong, and the clause and attempt that
 * must show it.
 */
enum Fault {
    CHANGING_SUB(L3, "sub is stable"),
    SDES_DELTA(L10, "complete reports"),
    NO_KEYS(L11, "JWKS endpoint"),
    PADDED_MODULUS(L11, "JWKS endpoint"),
    REFUSES_FORM(L17, "token call"),
    DECODES_BASIC(L18, "raw Basic"),
    ANY_SECRET(L18, "wrong secret"),
    REFUSES_RIGHT_VERIFIER(L19, "right verifier"),
    ANY_VERIFIER(L19, "wrong verifier"),
    NO_VERIFIER_NEEDED(L19, "no verifier"),
    CACHEABLE(L20, "token answer"),
    NO_ID_TOKEN_TYPE(L20, "token answer"),
    CODE_LIVES_ON(L20, "a code used twice"),
    OWN_ERROR_WORD(L20, "an invented code", WARN),
    DEFAULT_UNKNOWN(L21, "the default https://liveperson.net"),
    ANY_REDIRECT_URI(L21, "a redirect_uri other than the code's"),
    CODE_FOR_WINDOW_ONLY(L21, "https://liveperson.net, for an openID window's code"),
    WINDOW_UNKNOWN(L22, "a top-level navigation"),
    REFUSES_UNKNOWN_PARAMETERS(L23, "RFC request with parentWindowOrigin"),
    WINDOW_MOVED(L24, "the window's address"),
    OPEN_REDIRECT(L24, "hostile addresses"),
    STATE_DECODED(L25, "state with lower-case escapes"),
    STATE_CUT(L25, "state of 16,000 characters"),
    STATE_DROPPED_WHEN_LONG(L25, "state of 4,001 letters"),
    STATE_WITHOUT_EMOJI(L25, "state with an emoji"),
    PLUS_FOR_SPACE(L28, "state with %20"),
    NONCE_NEEDED(L26, "id_token without nonce"),
    NONCE_LOST(L26, "id_token with nonce"),
    FORM_POST(L27, "place of the answer"),
    STATE_ELSEWHERE(L27, "place of the answer"),
    NO_OPENID_DIALECT(L29, "openID request, response_type=code"),
    ACCESS_TOKEN(L29, "response_type=token returns the id_token"),
    WINDOW_QUERY_LOST(L30, "openID answer"),
    STALE_ANSWER_STAYS(L30, "window address with an earlier answer"),
    NO_SCRIPT(L31, "script"),
    FRAMED_BY_ALL(L32, "only the brand may frame the silent return"),
    LOGIN_PAGE_FOR_SILENT(L32, "silent sign-in, signed out"),
    NO_SILENT_ANSWER(L32, "silent sign-in, signed in"),
    ONE_CODE_FOR_ALL(L33, "two calls at once"),
    OTHER_IDENTITY(L34, "identity, signed in"),
    NO_CORS(L34, "identity, to the brand's page"),
    REFLECTED_ORIGIN(L34, "identity, to another site's page"),
    IDENTITY_FOR_NOBODY(L34, "identity, signed out"),
    APP_UNKNOWN(L35, "app with a code"),
    WORD_FOR_ACCESS_TOKEN(L39, "access token"),
    NO_REFRESH_TOKEN(L39, "refresh token"),
    RENEWS_FOR_ANYBODY(L39, "renewal with a wrong secret"),
    NOTHING_NEW(L39, "renewal"),
    RENEWED_GARBAGE(L39, "id_token of the renewal"),
    CALLBACK_UNKNOWN(L40, "a bot's link"),
    LINK_STATE_LOST(L40, "state"),
    API_SCOPE_LEFT_OUT(L40, "scope");

    private final Clause clause;
    private final String attempt;
    private final Verdict verdict;

    Fault(Clause clause, String attempt) {
        this(clause, attempt, FAIL);
    }

    Fault(Clause clause, String attempt, Verdict verdict) {
        this.clause = clause;
        this.attempt = attempt;
        this.verdict = verdict;
    }

    Clause clause() {
        return clause;
    }

    String attempt() {
        return attempt;
    }

    Verdict verdict() {
        return verdict;
    }
}
