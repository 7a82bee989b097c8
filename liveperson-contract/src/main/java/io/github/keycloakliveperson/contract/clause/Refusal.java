package io.github.keycloakliveperson.contract.clause;

/**
 * Why LivePerson would not accept a sign-in.
 *
 * @param error LivePerson's error
 * @param clause the contract's clause that is broken, such as {@code L12}
 * @param why what is wrong and where, as a sentence without personal data
 */
public record Refusal(LivePersonError error, String clause, String why) {}
