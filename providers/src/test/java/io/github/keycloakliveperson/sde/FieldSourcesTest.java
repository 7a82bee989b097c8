package io.github.keycloakliveperson.sde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FieldSourcesTest {

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "cstatus", "tier",
                    "ctype", "attribute: kind",
                    "role", "note:role",
                    "currency", "value:USD",
                    "companyBranch", "organization: .alias",
                    "balance", "note:",
                    "accountName", " ",
                    "firstname", "firstName",
                    "userinfo.token.claim", "true");

    @Test
    @DisplayName("every usable source is reported in its full form, other settings are left out")
    void fullForm() {
        assertThat(FieldSources.of(CustomerInfoMapper.PROVIDER_ID, SETTINGS))
                .isEqualTo(
                        Map.of(
                                "cstatus", "attribute:tier",
                                "ctype", "attribute:kind",
                                "role", "note:role",
                                "companyBranch", "organization:.alias",
                                "currency", "value:USD"));
    }

    @Test
    @DisplayName("K40: a mapper asks for the organization where one of its own fields does")
    void organization() {
        assertThat(FieldSources.asksForOrganization(CustomerInfoMapper.PROVIDER_ID, SETTINGS))
                .isTrue();
        assertThat(FieldSources.asksForOrganization(PersonalInfoMapper.PROVIDER_ID, SETTINGS))
                .isFalse();
    }

    @Test
    @DisplayName("the attributes are those that this mapper reads")
    void attributes() {
        assertThat(FieldSources.attributes(CustomerInfoMapper.PROVIDER_ID, SETTINGS))
                .containsExactly("kind", "tier");
        assertThat(FieldSources.attributes(PersonalInfoMapper.PROVIDER_ID, SETTINGS))
                .containsExactly("firstName");
    }
}
