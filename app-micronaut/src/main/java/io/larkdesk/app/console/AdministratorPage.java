package io.larkdesk.app.console;

import io.larkdesk.app.page.Viewer;
import java.util.Objects;

/**
 * Asks somebody who has signed in, and has the link, whether to become the administrator.
 *
 * @param viewer for whom and when
 * @param csrf goes into the form
 * @param code what the link carries
 * @param provider the provider's name
 * @param name the person's
 */
public record AdministratorPage(Viewer viewer, String csrf, String code, String provider, String name) {

    /** Refuses null. */
    public AdministratorPage {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(name, "name");
    }
}
