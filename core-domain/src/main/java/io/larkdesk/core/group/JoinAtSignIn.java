package io.larkdesk.core.group;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.SignInObserver;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Brings whoever signs in into the service group of their tenant, unless the tenant wants an invite first. */
@Singleton
public final class JoinAtSignIn implements SignInObserver {

    private final JoinServiceGroup join;

    /** Takes the use case. */
    @Inject
    public JoinAtSignIn(JoinServiceGroup join) {
        this.join = join;
    }

    @Override
    public void signedIn(Person person) {
        join.execute(person.id());
    }
}
