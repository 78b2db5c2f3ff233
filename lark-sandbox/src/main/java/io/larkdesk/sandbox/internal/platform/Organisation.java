package io.larkdesk.sandbox.internal.platform;

/**
 * A customer organisation on one brand, known by its name.
 *
 * @param monthlyQuota counted calls a month on the free edition; the paid one has no limit
 */
public record Organisation(
        String name, Brand brand, String tenantKey, String displayId, Edition edition, long monthlyQuota) {

    public static final long FREE_QUOTA = 10_000;

    public Organisation with(Edition newEdition) {
        return new Organisation(name, brand, tenantKey, displayId, newEdition, monthlyQuota);
    }

    public Organisation withMonthlyQuota(long newQuota) {
        return new Organisation(name, brand, tenantKey, displayId, edition, newQuota);
    }

    public boolean isMetered() {
        return edition == Edition.FREE;
    }
}
