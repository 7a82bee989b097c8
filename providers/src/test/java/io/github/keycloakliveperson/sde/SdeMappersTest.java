package io.github.keycloakliveperson.sde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

@DisplayName("The SDE mappers as Keycloak calls them")
class SdeMappersTest {

    static List<ProtocolMapper> mappers() {
        return List.of(new CustomerInfoMapper(), new PersonalInfoMapper());
    }

    private static ProtocolMapperModel model(Map<String, String> config) {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setId("1");
        model.setProtocol("openid-connect");
        model.setConfig(new HashMap<>(config));
        return model;
    }

    @Test
    void are_registered_under_their_ids_and_names() {
        assertThat(ServiceLoader.load(ProtocolMapper.class).stream().map(Provider::type))
                .contains(CustomerInfoMapper.class, PersonalInfoMapper.class);
        assertThat(mappers())
                .extracting(ProtocolMapper::getId)
                .containsExactly(
                        "oidc-liveperson-customer-info-mapper",
                        "oidc-liveperson-personal-info-mapper");
        assertThat(mappers())
                .extracting(ProtocolMapper::getDisplayType)
                .containsExactly("LivePerson customer info", "LivePerson personal info");
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void tell_category_protocol_and_version(ProtocolMapper mapper) {
        assertThat(mapper.getDisplayCategory()).isEqualTo("LivePerson");
        assertThat(mapper.getProtocol()).isEqualTo("openid-connect");
        assertThat(mapper.getHelpText()).isNotBlank();
        assertThat(((ServerInfoAwareProviderFactory) mapper).getOperationalInfo())
                .containsKey("version");
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void never_touch_access_tokens_and_introspection(ProtocolMapper mapper) {
        assertThat(mapper)
                .isNotInstanceOf(OIDCAccessTokenMapper.class)
                .isNotInstanceOf(TokenIntrospectionTokenMapper.class);
    }

    @ParameterizedTest
    @MethodSource("mappers")
    @DisplayName(
            "K27: have a form with a help text for every setting, and userinfo and "
                    + "unverified addresses off by default")
    void form(ProtocolMapper mapper) {
        List<ProviderConfigProperty> form = mapper.getConfigProperties();

        assertThat(form).allSatisfy(p -> assertThat(p.getHelpText()).isNotBlank());
        assertThat(form).extracting(ProviderConfigProperty::getName).doesNotHaveDuplicates();
        ProviderConfigProperty last = form.get(form.size() - 1);
        assertThat(last.getName()).isEqualTo("userinfo.token.claim");
        assertThat(last.getDefaultValue()).isEqualTo("false");
        ProviderConfigProperty verified = form.get(form.size() - 2);
        assertThat(verified.getName()).isEqualTo("verified.only");
        assertThat(verified.getDefaultValue()).isEqualTo("true");
        assertThat(form.subList(0, form.size() - 2))
                .allSatisfy(p -> assertThat(p.getDefaultValue()).isNull());
    }

    static Stream<String> refusedSettings() {
        return Stream.of("note:", "attribute:", "value:", "notes:x", "value: ");
    }

    @ParameterizedTest
    @MethodSource("refusedSettings")
    @DisplayName("K31: refuse an impossible source, and the sentence survives MessageFormat")
    void refusal(String setting) {
        ProtocolMapperModel model =
                model(Map.of("companySize", setting, "balance", "value:1,5", "ctype", "tier"));

        assertThatThrownBy(() -> new CustomerInfoMapper().validateConfig(null, null, null, model))
                .isInstanceOfSatisfying(
                        ProtocolMapperConfigException.class,
                        refused -> {
                            assertThat(refused.getMessage())
                                    .contains("The setting companySize ")
                                    .contains("The constant of the setting balance never converts")
                                    .doesNotContain("1,5");
                            assertThat(answerOf(refused)).isEqualTo(refused.getMessage());
                        });
    }

    /** What Keycloak's admin API makes of a refusal. */
    private static String answerOf(ProtocolMapperConfigException refused) {
        String pattern =
                new Properties().getProperty(refused.getMessageKey(), refused.getMessage());
        return MessageFormat.format(pattern, refused.getParameters());
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void take_a_good_configuration(ProtocolMapper mapper) throws Exception {
        mapper.validateConfig(null, null, null, model(Map.of()));
        mapper.validateConfig(
                null, null, null, model(Map.of("role", "note:x", "region", "value:BY")));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    @DisplayName("K33: are refused under another protocol, where they would never run")
    void protocol(ProtocolMapper mapper) {
        ProtocolMapperModel model = model(Map.of());
        model.setProtocol(null);

        assertThatThrownBy(() -> mapper.validateConfig(null, null, null, model))
                .isInstanceOf(ProtocolMapperConfigException.class)
                .hasMessageContaining("another protocol");
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void are_not_switched_on_for_userinfo_behind_the_admins_back(ProtocolMapper mapper) {
        ProtocolMapperModel model = model(Map.of("id.token.claim", "true"));

        assertThat(mapper.getEffectiveModel(null, null, model).getConfig())
                .doesNotContainKey("userinfo.token.claim");
    }
}
