package io.github.keycloakliveperson.sde.claim;

import java.util.Arrays;
import java.util.Optional;

/** The two SDE types that LivePerson allows in an authenticated conversation (L9). */
public enum SdeType {
    CTMRINFO("ctmrinfo", "info"),
    PERSONAL("personal", "personal");

    private final String typeName;
    private final String dataKey;

    SdeType(String typeName, String dataKey) {
        this.typeName = typeName;
        this.dataKey = dataKey;
    }

    static Optional<SdeType> named(Object name) {
        return Arrays.stream(values()).filter(type -> type.typeName.equals(name)).findFirst();
    }

    String typeName() {
        return typeName;
    }

    String dataKey() {
        return dataKey;
    }
}
