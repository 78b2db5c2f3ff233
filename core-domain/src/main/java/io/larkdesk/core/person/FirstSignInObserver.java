package io.larkdesk.core.person;

import java.time.Instant;

/** Is told of whoever comes into a tenant of which nobody was known before, inside the transaction in which it happens. */
public interface FirstSignInObserver {

    /** {@code person}, the first of the tenant, is signed in from {@code now} on. Of those who sign in first at once, each is. */
    void signedInFirst(Person person, Instant now);
}
