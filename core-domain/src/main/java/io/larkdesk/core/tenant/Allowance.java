package io.larkdesk.core.tenant;

/**
 * How many counted Lark calls a calendar month may have.
 *
 * @param calls zero or more; {@link Integer#MAX_VALUE} means no limit
 */
public record Allowance(int calls) {

    /** Lark's limit for the free edition, shared by all custom apps of the organisation. */
    public static final Allowance FREE_EDITION = new Allowance(10_000);

    /** No monthly limit, as with the paid editions. */
    public static final Allowance UNLIMITED = new Allowance(Integer.MAX_VALUE);

    /** Refuses a negative number. */
    public Allowance {
        if (calls < 0) {
            throw new IllegalArgumentException("calls is negative: " + calls);
        }
    }

    /** What an organisation with this edition has, if nothing else was agreed. */
    public static Allowance of(Edition edition) {
        return switch (edition) {
            case FREE -> FREE_EDITION;
            case PAID -> UNLIMITED;
        };
    }

    /** Whether there is no limit. */
    public boolean isUnlimited() {
        return calls == Integer.MAX_VALUE;
    }
}
