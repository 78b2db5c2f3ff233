package io.larkdesk.lark;

import io.larkdesk.core.tenant.Brand;
import java.net.URI;
import java.util.Objects;

/**
 * The addresses at which a platform is found, without a slash at the end.
 *
 * @param open the Open Platform's API
 * @param accounts the page that asks a person for consent
 * @param applink links that open inside the client
 */
public record LarkHosts(URI open, URI accounts, URI applink) {

    private static final LarkHosts LARK = new LarkHosts(
            URI.create("https://open.larksuite.com"),
            URI.create("https://accounts.larksuite.com"),
            URI.create("https://applink.larksuite.com"));

    private static final LarkHosts FEISHU = new LarkHosts(
            URI.create("https://open.feishu.cn"),
            URI.create("https://accounts.feishu.cn"),
            URI.create("https://applink.feishu.cn"));

    /** Takes slashes off the ends; refuses what is not an http or https address of a host. */
    public LarkHosts {
        open = base("open", open);
        accounts = base("accounts", accounts);
        applink = base("applink", applink);
    }

    /** The platform's own addresses. */
    public static LarkHosts of(Brand brand) {
        return switch (brand) {
            case LARK -> LARK;
            case FEISHU -> FEISHU;
        };
    }

    static URI base(String name, URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException(name + " is not the address of a web site: " + address);
        }
        String text = Objects.requireNonNull(address.toString());
        return URI.create(text.replaceAll("/+$", ""));
    }
}
