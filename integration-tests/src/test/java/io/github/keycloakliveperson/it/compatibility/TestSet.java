package io.github.keycloakliveperson.it.compatibility;

/** Which integration tests a run consists of; each includes those before it. */
enum TestSet {
    CORE("core set"),
    ALL("all");

    private final String words;

    TestSet(String words) {
        this.words = words;
    }

    /**
     * @param groups the value of {@code it.groups}; the default is all tests but those that take
     *     several servers or minutes, and the table's "all"
     * @throws IllegalArgumentException for a choice that has no name
     */
    static TestSet ofGroups(String groups) {
        return switch (groups) {
            case "", "!operations & !load" -> ALL;
            case "core" -> CORE;
            default -> throw new IllegalArgumentException("No name for the tests of " + groups);
        };
    }

    /** Whether these tests include the others. */
    boolean includes(TestSet others) {
        return compareTo(others) >= 0;
    }

    /** How the table names it. */
    String words() {
        return words;
    }
}
