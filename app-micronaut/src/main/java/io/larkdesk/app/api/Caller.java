package io.larkdesk.app.api;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.token.ApiToken;
import java.util.Objects;
import java.util.UUID;

/**
 * The system that asks. A controller of the API that takes one is asked for nobody else.
 *
 * @param token by which token
 * @param person for whom it acts
 */
record Caller(ApiToken token, Person person) {

    /** Refuses null. */
    Caller {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(person, "person");
    }

    /** For whom it acts. */
    PersonId id() {
        return person.id();
    }

    /** One of the same provider. */
    PersonId colleague(UUID id) {
        return new PersonId(provider(), id);
    }

    TenantId provider() {
        return person.id().tenant();
    }
}
