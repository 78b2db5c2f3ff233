package io.larkdesk.core.person;

import java.util.Optional;

/** Writes down what is done to the provider's people and by them, inside the transaction in which it happens. */
public interface StaffRecord {

    /** {@code after} has another role than {@code before}; {@code administrator} said so. */
    void roleGiven(Person before, Person after, PersonId administrator);

    /** The operator's file says of {@code after} what was not so before; {@code before} is empty if the person is new. */
    void registered(Optional<Person> before, Person after);

    /** {@code person} is signed in from now on; nothing is written of who has no role. */
    void signedIn(PersonId person);

    /** {@code person} signed out; nothing is written of who has no role. */
    void signedOut(PersonId person);
}
