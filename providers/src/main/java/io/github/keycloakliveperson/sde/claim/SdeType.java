package io.github.keycloakliveperson.sde.claim;

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

    /** The value of the entry's {@code type}. */
    String typeName() {
        return typeName;
    }

    /** The key of the entry that holds the fields. */
    String dataKey() {
        return dataKey;
    }
}
