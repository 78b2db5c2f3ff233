package io.larkdesk.app.web;

import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.SessionKey;
import io.larkdesk.core.tenant.Tenant;
import io.micronaut.http.HttpRequest;
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

    /** The field in which forms carry the proof of the session. */
    public static final String PROOF_FIELD = Csrf.FIELD;

    /** Refuses null. */
    public Visitor {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(viewer, "viewer");
    }

    /** Whether {@code claimed} is the proof that forms of this session carry; takes as long whatever is wrong with it. */
    public boolean isProvenBy(String claimed) {
        return Csrf.isSame(csrf, claimed);
    }

    /** Whether the request carries the proof in its header, as those of the page's script do. */
    public boolean isProvenBy(HttpRequest<?> request) {
        String claimed = request.getHeaders().get(Csrf.HEADER);
        return claimed != null && isProvenBy(claimed);
    }
}
