package io.larkdesk.lark;

import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import java.net.URI;
import java.util.Objects;
import java.util.function.Function;

/** Leads into Lark's developer console, to where something is mended. */
public final class LarkConsole {

    private final Function<Brand, LarkHosts> hosts;

    /**
     * Takes where the platforms are.
     *
     * @param hosts the addresses of each brand
     */
    public LarkConsole(Function<Brand, LarkHosts> hosts) {
        this.hosts = Objects.requireNonNull(hosts, "hosts");
    }

    /** The page on which an organisation's apps are listed, and new ones created. */
    public URI apps(Brand brand) {
        return URI.create(hosts.apply(brand).open() + "/app");
    }

    /** The page of the app on which {@code check} is mended, or from which one gets there. */
    public URI page(Brand brand, AppId app, Check check) {
        URI overview = URI.create(apps(brand) + "/" + app);
        return switch (check) {
            case SCOPES -> URI.create(overview + "/auth");
            case CREDENTIALS,
                    BRAND,
                    ORGANISATION,
                    ENABLED,
                    VERSION,
                    BOT,
                    WEB_APP,
                    HOME_PAGE,
                    REDIRECT_URLS,
                    AVAILABILITY,
                    TRUSTED_DOMAIN -> overview;
        };
    }
}
