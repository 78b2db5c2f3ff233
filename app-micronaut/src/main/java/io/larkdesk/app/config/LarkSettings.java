package io.larkdesk.app.config;

import io.larkdesk.core.tenant.Brand;
import io.larkdesk.lark.DeskLinks;
import io.larkdesk.lark.LarkHosts;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where Lark is found.
 *
 * @param lark the platform of apps of brand Lark
 * @param feishu the platform of apps of brand Feishu
 * @param links how cards link to the desk's pages
 */
public record LarkSettings(LarkHosts lark, LarkHosts feishu, DeskLinks.Style links) {

    static final String BASE_URL = "larkdesk.lark.base-url";

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

    /** Refuses null. */
    public LarkSettings {
        Objects.requireNonNull(lark, "lark");
        Objects.requireNonNull(feishu, "feishu");
        Objects.requireNonNull(links, "links");
    }

    /** A base address on this machine is a sandbox, which has both brands on one port and its authorize page beside its API. */
    static LarkSettings read(SettingReader reader) {
        LarkHosts real = LarkHosts.of(Brand.LARK);
        URI base = reader.address(BASE_URL).orElse(real.open());
        boolean sandbox = isLoopback(base);
        URI accounts = reader.address("larkdesk.lark.accounts-url").orElse(sandbox ? base : real.accounts());
        DeskLinks.Style links = reader.choice(
                "larkdesk.lark.links",
                DeskLinks.Style.class,
                sandbox ? DeskLinks.Style.PLAIN : DeskLinks.Style.APP_LINK);
        LarkHosts feishu = sandbox
                ? new LarkHosts(
                        feishuOf(base),
                        feishuOf(accounts),
                        LarkHosts.of(Brand.FEISHU).applink())
                : LarkHosts.of(Brand.FEISHU);
        return new LarkSettings(new LarkHosts(base, accounts, real.applink()), feishu, links);
    }

    /** The platform on which apps of {@code brand} live. */
    public LarkHosts of(Brand brand) {
        return switch (brand) {
            case LARK -> lark;
            case FEISHU -> feishu;
        };
    }

    /** Whether neither brand can reach the real platform. */
    public boolean isSandbox() {
        return isLoopback(lark.open()) && isLoopback(feishu.open());
    }

    private static URI feishuOf(URI base) {
        return URI.create(base + "/feishu");
    }

    /** By the name alone: nothing is looked up, so that a start needs no name server. */
    private static boolean isLoopback(URI address) {
        return LOOPBACK.matcher(address.getHost()).matches();
    }
}
