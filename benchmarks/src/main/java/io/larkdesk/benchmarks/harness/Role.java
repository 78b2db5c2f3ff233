package io.larkdesk.benchmarks.harness;

/** As what a contender takes part. */
public enum Role {
    /** What the same statements or bytes cost without a service. */
    LIMIT("limit"),
    /** The service. */
    OURS("ours"),
    /** A program of others that does the same. */
    PEER("peer");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
