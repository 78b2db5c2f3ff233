package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;

/** Is told by {@link GroupSignals} what may be new, here or on another node. All methods return soon; several threads call them. */
public interface SignalsHeard {

    /** Something in {@code group} is new. */
    void changed(GroupId group);

    /** {@code person} came into a group or left one. */
    void groupsChanged(PersonId person);

    /** The service team noted something about {@code ticket}. */
    void noted(GroupId ticket);

    /** {@code customer} has come further into service, or less far. */
    void onboardingChanged(TenantId customer);

    /** Listening has begun, for the first time or again: signals sent before were missed. */
    void lost();
}
