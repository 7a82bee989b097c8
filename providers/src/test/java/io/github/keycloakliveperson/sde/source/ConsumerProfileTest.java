package io.github.keycloakliveperson.sde.source;

import static io.github.keycloakliveperson.Models.model;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.GroupModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

@DisplayName("A consumer's attribute is looked up")
class ConsumerProfileTest {

    private int groupLookups;

    @Test
    void with_the_user_first() {
        UserModel user = user(Map.of("tier", List.of("own")), group(Map.of("tier", List.of("g"))));

        assertThat(profile(user).attribute("tier")).containsExactly("own");
        assertThat(groupLookups).isZero();
    }

    @Test
    void then_with_the_first_group_that_has_it() {
        UserModel user =
                user(
                        Map.of(),
                        group(Map.of("other", List.of("x"))),
                        group(Map.of("tier", List.of("second"))),
                        group(Map.of("tier", List.of("third"))));

        assertThat(profile(user).attribute("tier")).containsExactly("second");
    }

    @Test
    void with_a_group_before_its_parents_and_those_before_the_next_group() {
        GroupModel grandparent = group(Map.of("tier", List.of("grandparent")));
        GroupModel parent = group(Map.of("role", List.of("parent")), grandparent);
        GroupModel child = group(Map.of("size", List.of("child")), parent);
        UserModel user = user(Map.of(), child, group(Map.of("tier", List.of("next"))));

        assertThat(profile(user).attribute("size")).containsExactly("child");
        assertThat(profile(user).attribute("role")).containsExactly("parent");
        assertThat(profile(user).attribute("tier")).containsExactly("grandparent");
    }

    @Test
    @DisplayName("K32: keeping order and equal values of a group's attribute, for the pairing")
    void positions() {
        UserModel user = user(Map.of(), group(Map.of("type", List.of("WORK", "HOME", "WORK"))));

        assertThat(profile(user).attribute("type")).containsExactly("WORK", "HOME", "WORK");
    }

    @Test
    void to_nothing_when_nobody_has_it() {
        ConsumerProfile profile = profile(user(Map.of(), group(Map.of())));

        assertThat(profile.attribute("tier")).isEmpty();
        assertThat(profile.attribute("role")).isEmpty();
        assertThat(groupLookups).as("groups are fetched once").isEqualTo(1);
    }

    @Test
    void beside_the_notes_of_the_session() {
        assertThat(profile(user(Map.of())).note("idp")).isEqualTo("note idp");
    }

    @Test
    @DisplayName(
            "and the own e-mail address counts as unverified until it is verified, "
                    + "whatever its case")
    void unverified_email() {
        assertThat(profile(withEmail("Bruno@brand.example", false)))
                .satisfies(p -> assertThat(p.isUnverifiedEmail("Bruno@brand.example")).isTrue())
                .satisfies(p -> assertThat(p.isUnverifiedEmail(" bruno@BRAND.example ")).isTrue())
                .satisfies(p -> assertThat(p.isUnverifiedEmail("clara@brand.example")).isFalse());
        assertThat(profile(withEmail("bruno@brand.example", true)))
                .matches(p -> !p.isUnverifiedEmail("bruno@brand.example"));
        assertThat(profile(withEmail(null, false))).matches(p -> !p.isUnverifiedEmail("gold"));
    }

    private static UserModel withEmail(String email, boolean verified) {
        return model(
                UserModel.class,
                (proxy, method, args) ->
                        switch (method.getName()) {
                            case "getEmail" -> email;
                            case "isEmailVerified" -> verified;
                            default -> throw new AssertionError(method);
                        });
    }

    private static ConsumerProfile profile(UserModel user) {
        UserSessionModel session =
                model(
                        UserSessionModel.class,
                        (proxy, method, args) ->
                                method.getName().equals("getUser") ? user : "note " + args[0]);
        return new ConsumerProfile(null, session, null);
    }

    private UserModel user(Map<String, List<String>> attributes, GroupModel... groups) {
        return model(
                UserModel.class,
                (proxy, method, args) ->
                        switch (method.getName()) {
                            case "getAttributeStream" -> valuesOf(attributes, args);
                            case "getGroupsStream" -> {
                                groupLookups++;
                                yield Arrays.stream(groups);
                            }
                            default -> throw new AssertionError(method);
                        });
    }

    private static GroupModel group(Map<String, List<String>> attributes, GroupModel... parent) {
        return model(
                GroupModel.class,
                (proxy, method, args) ->
                        switch (method.getName()) {
                            case "getAttributeStream" -> valuesOf(attributes, args);
                            case "getParentId" -> parent.length == 0 ? null : "parent";
                            case "getParent" -> parent[0];
                            default -> throw new AssertionError(method);
                        });
    }

    private static Stream<String> valuesOf(Map<String, List<String>> attributes, Object[] args) {
        return attributes.getOrDefault((String) args[0], List.of()).stream();
    }
}
