package io.larkdesk.app.web;

import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.SessionKey;
import io.larkdesk.core.tenant.Tenant;
import java.util.Objects;

/**
 * Somebody who is signed in to the app that the request's address names, in service. A controller that takes one is asked for nobody
 * else: who is not signed in is sent to sign in.
 *
 * @param person who
 * @param tenant the person's own, whose Lark app the address names
 * @param session for signing out, and to see whether the session still lasts
 * @param csrf what the forms of this session carry
 * @param viewer how the person reads: language, theme, zone, and the present
 */
public record Visitor(Person person, Tenant tenant, SessionKey session, String csrf, Viewer viewer) {

    /** Refuses null. */
    public Visitor {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(viewer, "viewer");
    }
}
