package io.github.keycloakliveperson.sde;

import com.google.auto.service.AutoService;
import io.github.keycloakliveperson.sde.claim.SdeType;
import org.keycloak.protocol.ProtocolMapper;

/** Adds the {@code personal} entry to {@code lp_sdes} (L9). */
@AutoService(ProtocolMapper.class)
public final class PersonalInfoMapper extends SdeMapper {

    public static final String PROVIDER_ID = "oidc-liveperson-personal-info-mapper";

    public PersonalInfoMapper() {
        super(
                SdeType.PERSONAL,
                PROVIDER_ID,
                "LivePerson personal info",
                "Tells LivePerson about the person: name, age, contacts, language (lp_sdes,"
                        + " personal).");
    }
}
