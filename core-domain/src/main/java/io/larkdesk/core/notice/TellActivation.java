package io.larkdesk.core.notice;

import io.larkdesk.core.onboarding.ActivationObserver;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.Tenant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Tells the TAM who brought a customer in that it is in service. */
@Singleton
public final class TellActivation implements ActivationObserver {

    private final TellPerson tellPerson;

    /** Takes its collaborators. */
    @Inject
    public TellActivation(TellPerson tellPerson) {
        this.tellPerson = tellPerson;
    }

    @Override
    public void activated(PersonId tam, Tenant customer, Instant now) {
        tellPerson.execute(List.of(tam), new Matter.Activated(customer.id()), now);
    }
}
