package io.larkdesk.core.onboarding;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.TenantId;
import java.util.Objects;

/** How somebody comes to an onboarding: through the console, or by the customer's link. */
public sealed interface Access {

    /**
     * One of the staff.
     *
     * @param person who
     * @param tenant whose onboarding
     */
    record ByStaff(PersonId person, TenantId tenant) implements Access {

        /** Refuses null. */
        public ByStaff {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(tenant, "tenant");
        }
    }

    /**
     * Somebody of the customer's, who has no account.
     *
     * @param token what the link carries
     */
    record ByLink(BearerToken token) implements Access {

        /** Refuses null. */
        public ByLink {
            Objects.requireNonNull(token, "token");
        }
    }
}
