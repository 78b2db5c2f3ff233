package io.larkdesk.core.notice;

import io.larkdesk.core.onboarding.Onboarding;
import io.larkdesk.core.onboarding.Onboardings;
import io.larkdesk.core.person.FirstSignInObserver;
import io.larkdesk.core.person.Person;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Tells the first person of a customer who signs in, by the customer's own bot, that it is in service. Nobody of the customer is known while it
 * comes into service, and who signs in first is whoever set the Lark app up.
 */
@Singleton
public final class TellOpening implements FirstSignInObserver {

    private final Onboardings onboardings;
    private final TellPerson tellPerson;

    /** Takes its collaborators. */
    @Inject
    public TellOpening(Onboardings onboardings, TellPerson tellPerson) {
        this.onboardings = onboardings;
        this.tellPerson = tellPerson;
    }

    @Override
    public void signedInFirst(Person person, Instant now) {
        onboardings
                .find(person.id().tenant())
                .filter(Onboarding::isOver)
                .ifPresent(over -> tellPerson.execute(List.of(person.id()), new Matter.Activated(over.tenant()), now));
    }
}
