package io.github.keycloakliveperson.sde;

import com.google.auto.service.AutoService;
import io.github.keycloakliveperson.sde.claim.SdeType;
import org.keycloak.protocol.ProtocolMapper;

/** Adds the {@code ctmrinfo} entry to {@code lp_sdes} (L9). */
@AutoService(ProtocolMapper.class)
public final class CustomerInfoMapper extends SdeMapper {

    public static final String PROVIDER_ID = "oidc-liveperson-customer-info-mapper";

    public CustomerInfoMapper() {
        super(
                SdeType.CTMRINFO,
                PROVIDER_ID,
                "LivePerson customer info",
                "Tells LivePerson about the customer: status, balance, dates, company (lp_sdes,"
                        + " ctmrinfo).");
    }
}
