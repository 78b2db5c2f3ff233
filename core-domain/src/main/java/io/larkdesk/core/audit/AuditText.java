package io.larkdesk.core.audit;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.util.UUID;

/** How persons stand in what is hashed: tenant's and person's UUID with a slash between. */
final class AuditText {

    private AuditText() {}

    static String of(PersonId person) {
        return person.tenant().value() + "/" + person.value();
    }

    static PersonId person(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a person: " + text);
        }
        return new PersonId(new TenantId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
    }
}
