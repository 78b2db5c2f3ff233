package io.larkdesk.core.person;

/** Is told of everybody who signs in, inside the transaction in which it happens. */
public interface SignInObserver {

    /** {@code person} is signed in from now on, for the first time or again. */
    void signedIn(Person person);
}
