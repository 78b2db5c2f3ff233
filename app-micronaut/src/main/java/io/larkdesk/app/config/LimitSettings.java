package io.larkdesk.app.config;

/**
 * How many requests a node takes in a minute.
 *
 * @param person of one person; what changes something counts several times
 * @param tenant of all people of one tenant
 * @param stranger from one address, or network of IPv6, of those who are not signed in
 */
public record LimitSettings(int person, int tenant, int stranger) {

    private static final int MOST = 10_000_000;

    static LimitSettings read(SettingReader reader) {
        return new LimitSettings(
                reader.number("larkdesk.limits.person", 1, MOST, 1_200),
                reader.number("larkdesk.limits.tenant", 1, MOST, 12_000),
                reader.number("larkdesk.limits.stranger", 1, MOST, 600));
    }
}
