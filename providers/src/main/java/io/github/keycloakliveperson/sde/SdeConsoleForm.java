package io.github.keycloakliveperson.sde;

import io.github.keycloakliveperson.sde.claim.SdeType;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

/** An SDE mapper's settings as the Admin console draws them (K27). */
final class SdeConsoleForm {

    /** The category of all LivePerson mappers. */
    static final String CATEGORY = "LivePerson";

    private SdeConsoleForm() {}

    /** One text setting for each field, the switches for userinfo and verified addresses. */
    static List<ProviderConfigProperty> of(SdeType type) {
        List<ProviderConfigProperty> form = new ArrayList<>();
        for (SdeField field : SdeField.of(type)) {
            form.add(
                    new ProviderConfigProperty(
                            field.setting(),
                            field.setting(),
                            field.helpText(),
                            ProviderConfigProperty.STRING_TYPE,
                            null));
        }
        form.add(
                new ProviderConfigProperty(
                        SdeSettings.VERIFIED_ONLY,
                        SdeSettings.VERIFIED_ONLY_LABEL,
                        SdeSettings.VERIFIED_ONLY_HELP,
                        ProviderConfigProperty.BOOLEAN_TYPE,
                        "true"));
        form.add(
                new ProviderConfigProperty(
                        SdeSettings.USERINFO,
                        SdeSettings.USERINFO_LABEL,
                        SdeSettings.USERINFO_HELP,
                        ProviderConfigProperty.BOOLEAN_TYPE,
                        "false"));
        return form;
    }
}
