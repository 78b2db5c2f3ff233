package io.larkdesk.core.notice;

import io.larkdesk.core.onboarding.ClaimDrift;
import io.larkdesk.core.onboarding.Onboarding;
import io.larkdesk.core.onboarding.Onboardings;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells the TAM who brought a customer in that its Lark app is not as it was, or else the one of its service group; of each drift once. */
@Singleton
public final class TellDrift {

    private final Transactions transactions;
    private final ClaimDrift claimDrift;
    private final Onboardings onboardings;
    private final People people;
    private final TellPerson tellPerson;

    /** Takes its collaborators. */
    @Inject
    public TellDrift(
            Transactions transactions,
            ClaimDrift claimDrift,
            Onboardings onboardings,
            People people,
            TellPerson tellPerson) {
        this.transactions = transactions;
        this.claimDrift = claimDrift;
        this.onboardings = onboardings;
        this.people = people;
        this.tellPerson = tellPerson;
    }

    /** The earliest drift of which nobody was told before, with who is told; empty if there is none. */
    public Optional<ClaimDrift.News> execute() {
        return transactions.inTransaction(now -> claimDrift.execute().map(news -> {
            Optional<Person> tam = tamOf(news.tenant().id()).or(news::tam);
            tam.ifPresent(person -> tellPerson.execute(List.of(person.id()), new Matter.Drifted(news.drift()), now));
            return new ClaimDrift.News(news.tenant(), tam, news.drift());
        }));
    }

    private Optional<Person> tamOf(TenantId customer) {
        return onboardings
                .find(customer)
                .map(Onboarding::tam)
                .flatMap(people::find)
                .filter(person -> person.role().isPresent());
    }
}
