package io.github.keycloakliveperson.guard;

import static io.github.keycloakliveperson.Models.knowing;
import static io.github.keycloakliveperson.Models.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/** A request for tokens: what the client declares, and what Keycloak lets run. */
public final class TokenRequest {

    private final List<ProtocolMapperModel> own = new ArrayList<>();
    private final Map<String, ClientScopeModel> defaults = new LinkedHashMap<>();
    private final Map<String, ClientScopeModel> optionals = new LinkedHashMap<>();
    private final List<ProtocolMapperModel> running = new ArrayList<>();
    private final Set<String> requested = new TreeSet<>();
    private final Map<String, Object> attributes = new HashMap<>();

    /** How often the client's mappers were looked at. */
    public int looks;

    /** A mapper as an admin saved it. */
    public static ProtocolMapperModel mapper(String provider, Map<String, String> config) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName(provider);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(provider);
        mapper.setConfig(config);
        return mapper;
    }

    /** Declares a mapper on the client. */
    public TokenRequest own(ProtocolMapperModel mapper) {
        own.add(mapper);
        return this;
    }

    /** Declares a mapper in a default client scope. */
    public TokenRequest inDefault(ProtocolMapperModel mapper) {
        defaults.put("default", scope("default", mapper));
        return this;
    }

    /** Declares a mapper in an optional client scope. */
    public TokenRequest inOptional(ProtocolMapperModel mapper) {
        optionals.put("optional", scope("optional", mapper));
        return this;
    }

    /** Asks for a client scope, which has its name as its id. */
    public TokenRequest asking(String scope) {
        requested.add(scope);
        return this;
    }

    /** Lets a mapper run. */
    public TokenRequest running(ProtocolMapperModel mapper) {
        running.add(mapper);
        return this;
    }

    /** The context that Keycloak makes of it. */
    public ClientSessionContext context() {
        return model(
                ClientSessionContext.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "getProtocolMappersStream" -> running.stream();
                            case "getClientScopeIds" -> requested;
                            case "getClientSession" -> clientSession();
                            case "getAttribute" -> attributes.get((String) arguments[0]);
                            case "setAttribute" ->
                                    attributes.put((String) arguments[0], arguments[1]);
                            default -> throw new AssertionError(method);
                        });
    }

    /** The client. */
    public ClientModel client() {
        return model(
                ClientModel.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "getProtocolMappersStream" -> {
                                looks++;
                                yield own.stream();
                            }
                            case "getClientScopes" -> (boolean) arguments[0] ? defaults : optionals;
                            case "getClientId" -> "liveperson";
                            case "getRealm" -> knowing(RealmModel.class, Map.of("getName", "shop"));
                            default -> throw new AssertionError(method);
                        });
    }

    private AuthenticatedClientSessionModel clientSession() {
        return model(
                AuthenticatedClientSessionModel.class,
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getClient")) {
                        return client();
                    }
                    throw new AssertionError(method);
                });
    }

    private static ClientScopeModel scope(String name, ProtocolMapperModel mapper) {
        return model(
                ClientScopeModel.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "getId", "getName" -> name;
                            case "getProtocolMappersStream" -> List.of(mapper).stream();
                            default -> throw new AssertionError(method);
                        });
    }
}
