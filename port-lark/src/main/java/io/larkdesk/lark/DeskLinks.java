package io.larkdesk.lark;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;

/**
 * The desk's pages as a card links to them.
 *
 * @see <a href="https://open.larksuite.com/document/uAjLw4CM/uYjL24iN/applink-protocol/supported-protocol/open-an-h5-app">AppLink</a>
 */
public final class DeskLinks {

    private final URI publicUrl;
    private final Style style;
    private final Function<Brand, LarkHosts> hosts;

    /** How a link finds its page. */
    public enum Style {
        /** Inside the client, in the app's own tab; needs client 5.12, older ones open the app's home page. */
        APP_LINK,
        /** At its plain address. */
        PLAIN
    }

    /**
     * Takes the settings.
     *
     * @param publicUrl where the desk is found; scheme and host as in the app's home page, or app links open that instead
     * @param style how links find their pages
     * @param hosts the platform of each brand
     */
    public DeskLinks(URI publicUrl, Style style, Function<Brand, LarkHosts> hosts) {
        this.publicUrl = LarkHosts.base("publicUrl", publicUrl);
        this.style = Objects.requireNonNull(style, "style");
        this.hosts = Objects.requireNonNull(hosts, "hosts");
    }

    /** A message in its group, seen through {@code tenant}'s app, which is the reader's and not always the group's. */
    URI message(Tenant tenant, MessageId message) {
        return page(tenant, "/groups/" + message.group() + "?m=" + message.seq());
    }

    /** A group, seen through {@code tenant}'s app, which is the reader's and not always the group's. */
    URI group(Tenant tenant, GroupId group) {
        return page(tenant, "/groups/" + group);
    }

    /** Where one of {@code provider}'s staff acknowledges an Emergency; asks before, so opening it does nothing. */
    URI emergency(Tenant provider, EmergencyId emergency) {
        return open(provider, publicUrl + "/console/emergencies/" + emergency + "/acknowledge");
    }

    /** The roster in {@code provider}'s console. */
    URI roster(Tenant provider) {
        return open(provider, publicUrl + "/console/roster");
    }

    /** The page of {@code customer} in {@code provider}'s console. */
    URI customer(Tenant provider, TenantId customer) {
        return open(provider, publicUrl + "/console/tenants/" + customer.value());
    }

    /** The page of {@code customer}'s budget in {@code provider}'s console. */
    URI budget(Tenant provider, TenantId customer) {
        return open(provider, publicUrl + "/console/budgets/" + customer.value());
    }

    /** The first page of {@code tenant}'s app. */
    URI workbench(Tenant tenant) {
        return page(tenant, "/workbench");
    }

    private URI page(Tenant tenant, String path) {
        return open(tenant, publicUrl + "/lark/" + tenant.appId() + path);
    }

    private URI open(Tenant tenant, String page) {
        return switch (style) {
            case PLAIN -> URI.create(page);
            case APP_LINK ->
                URI.create(hosts.apply(tenant.brand()).applink() + "/client/web_app/open?appId=" + tenant.appId()
                        + "&mode=appCenter&lk_target_url=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
        };
    }
}
