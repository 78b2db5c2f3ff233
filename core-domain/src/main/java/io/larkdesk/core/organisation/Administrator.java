package io.larkdesk.core.organisation;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;

/**
 * One of a customer's people who sees to the organisation. It stays with the person, also when the customer changes to another Lark app.
 *
 * @param person who
 * @param by who said so: one of the provider's people, or of the customer's administrators
 * @param appointedAt when
 */
public record Administrator(PersonId person, PersonId by, Instant appointedAt) {

    /** Refuses null. */
    public Administrator {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(appointedAt, "appointedAt");
    }
}
