package io.larkdesk.app.signin;

import io.larkdesk.app.config.Settings;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.core.tenant.AppId;
import jakarta.inject.Singleton;
import java.net.URI;

/** Where Lark sends browsers back to: what is registered with each app, whatever address a request came to. */
@Singleton
final class Callback {

    private final URI publicUrl;

    Callback(Settings settings) {
        this.publicUrl = settings.publicUrl();
    }

    URI of(AppId app) {
        return URI.create(publicUrl + Addresses.callback(app));
    }
}
