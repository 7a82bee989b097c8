package io.github.keycloakliveperson.sde;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakliveperson.sde.claim.SdeType;
import io.github.keycloakliveperson.sde.source.Source;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An SDE mapper's settings")
class SdeSettingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Nested
    @DisplayName("L9: are LivePerson's fields, exact in name and case")
    class Names {

        @Test
        void of_ctmrinfo() {
            assertThat(SdeField.of(SdeType.CTMRINFO))
                    .extracting(SdeField::setting)
                    .containsExactlyInAnyOrder(
                            "cstatus",
                            "ctype",
                            "customerId",
                            "socialId",
                            "imei",
                            "userName",
                            "companyBranch",
                            "accountName",
                            "role",
                            "balance",
                            "currency",
                            "companySize",
                            "loginStatus",
                            "lastPaymentDate",
                            "registrationDate");
        }

        @Test
        void of_personal() {
            assertThat(SdeField.of(SdeType.PERSONAL))
                    .extracting(SdeField::setting)
                    .containsExactlyInAnyOrder(
                            "firstname",
                            "lastname",
                            "company",
                            "birthdate",
                            "email",
                            "phone",
                            "phoneType",
                            "country",
                            "region",
                            "gender",
                            "language");
        }

        @Test
        void and_only_the_birthdate_has_another_name_in_the_JSON() {
            for (SdeField field : SdeField.values()) {
                String expected = field == SdeField.BIRTHDATE ? "age" : field.setting();
                assertThat(field.jsonName()).isEqualTo(expected);
            }
        }
    }

    @Nested
    class Defaults {

        @ParameterizedTest
        @EnumSource(SdeType.class)
        void leave_every_field_out_and_userinfo_off(SdeType type) {
            SdeSettings settings = SdeSettings.parse(type, Map.of());

            assertThat(settings.sources()).isEmpty();
            assertThat(settings.refusals(TODAY)).isEmpty();
            assertThat(settings.inUserInfo()).isFalse();
            assertThat(SdeSettings.parse(type, null)).isEqualTo(settings);
        }

        @Test
        void hold_for_blank_settings_too() {
            Map<String, String> config = new HashMap<>();
            config.put("cstatus", "");
            config.put("ctype", "   ");
            config.put("balance", null);

            SdeSettings settings = SdeSettings.parse(SdeType.CTMRINFO, config);

            assertThat(settings.sources()).isEmpty();
            assertThat(settings.problems()).isEmpty();
        }
    }

    @Nested
    class FullMapping {

        @ParameterizedTest
        @EnumSource(SdeType.class)
        void takes_every_setting_under_its_own_name(SdeType type) {
            Map<String, String> config = new HashMap<>();
            SdeField.of(type).forEach(f -> config.put(f.setting(), "my-" + f.setting()));
            config.put("userinfo.token.claim", "true");

            SdeSettings settings = SdeSettings.parse(type, config);

            assertThat(settings.sources().keySet()).containsExactlyElementsOf(SdeField.of(type));
            settings.sources()
                    .forEach(
                            (field, source) ->
                                    assertThat(source)
                                            .isEqualTo(
                                                    new Source.Attribute("my-" + field.setting())));
            assertThat(settings.inUserInfo()).isTrue();
            assertThat(settings.refusals(TODAY)).isEmpty();
        }
    }

    @Nested
    class Refusals {

        @Test
        void name_the_setting_and_say_what_to_do() {
            Map<String, String> config = Map.of("cstatus", "note:", "ctype", "value:gold");

            assertThat(SdeSettings.parse(SdeType.CTMRINFO, config).refusals(TODAY))
                    .containsExactly(
                            Map.entry(
                                    SdeField.CSTATUS,
                                    "The setting cstatus has nothing after note: - write the name"
                                            + " of the user session note there, or empty the"
                                            + " setting"
                                            + " to leave the field out."));
        }

        @ParameterizedTest
        @CsvSource({
            "CTMRINFO,balance,'1,5',is not a number",
            "CTMRINFO,companySize,12.5,is not a whole number",
            "CTMRINFO,lastPaymentDate,2014-13-01,does not exist in the calendar",
            "PERSONAL,phoneType,cell,none of HOME",
            "PERSONAL,language,en,is not a language with a country",
            "PERSONAL,birthdate,2030-01-01,lies in the future",
        })
        void reach_constants_that_never_convert(
                SdeType type, String setting, String constant, String reason) {
            Map<String, String> config = Map.of(setting, "value:" + constant);

            assertThat(SdeSettings.parse(type, config).refusals(TODAY).values())
                    .singleElement()
                    .asString()
                    .startsWith("The constant of the setting " + setting + " never converts: ")
                    .contains(reason)
                    .doesNotContain(constant + " ");
        }

        @Test
        void let_constants_that_convert_pass() {
            Map<String, String> config =
                    Map.of(
                            "phoneType",
                            "value:mobile",
                            "language",
                            "value:en_US",
                            "gender",
                            "value:x");

            assertThat(SdeSettings.parse(SdeType.PERSONAL, config).refusals(TODAY)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "CTMRINFO,customerID,customerId",
            "CTMRINFO,username,userName",
            "PERSONAL,firstName,firstname",
            "PERSONAL,age,birthdate",
        })
        void catch_names_that_only_look_right(SdeType type, String wrong, String right) {
            Map<String, String> config = Map.of(wrong, "x");

            assertThat(SdeSettings.parse(type, config).refusals(TODAY).values())
                    .containsExactly(
                            "The setting "
                                    + wrong
                                    + " does not exist: write "
                                    + right
                                    + " instead.");
        }

        @Test
        void leave_settings_alone_that_are_none_of_ours() {
            Map<String, String> config = Map.of("id.token.claim", "true", "lightweight.claim", "x");

            assertThat(SdeSettings.parse(SdeType.PERSONAL, config).refusals(TODAY)).isEmpty();
        }
    }
}
