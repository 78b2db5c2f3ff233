package io.larkdesk.core.escalation;

import io.larkdesk.core.escalation.EscalationPolicy.Step;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells a customer's member of a ticket group, before an Emergency is declared, who will be paged. */
@Singleton
public final class ForeseePages {

    private final Transactions transactions;
    private final FindEscalated findEscalated;
    private final SupportPlans plans;
    private final ChoosePaged choose;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ForeseePages(
            Transactions transactions,
            FindEscalated findEscalated,
            SupportPlans plans,
            ChoosePaged choose,
            People people) {
        this.transactions = transactions;
        this.findEscalated = findEscalated;
        this.plans = plans;
        this.choose = choose;
        this.people = people;
    }

    /**
     * Who will be paged, as things are now.
     *
     * @param people those who are paged at once, by name; none if there is neither somebody on duty nor anybody to page instead
     * @param isOnDuty whether they are on duty; if not, they are paged because nobody is
     * @param within how long they have to acknowledge
     * @param later the levels that are paged after them in the same round; none if nobody of them is on duty
     * @param rounds how often all levels are paged; empty for as long as it takes
     */
    public record Foreseen(
            List<Person> people, boolean isOnDuty, Duration within, List<StaffRole> later, Optional<Integer> rounds) {

        /** Copies the lists; refuses null. */
        public Foreseen {
            people = List.copyOf(people);
            Objects.requireNonNull(within, "within");
            later = List.copyOf(later);
            Objects.requireNonNull(rounds, "rounds");
        }
    }

    /** Who; empty if {@code person} is no customer's member of the group, or there is no such ticket. */
    public Optional<Foreseen> execute(GroupId ticket, PersonId person) {
        return transactions.inTransaction(now -> findEscalated
                .find(ticket, person)
                .filter(found -> found.side() == Side.CUSTOMER)
                .map(found -> foresee(found.tenant(), now)));
    }

    private Foreseen foresee(Tenant tenant, Instant now) {
        EscalationPolicy policy = plans.of(tenant).escalation();
        Map<StaffRole, Collection<PersonId>> onDuty = policy.steps().stream()
                .map(Step::level)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), level -> choose.onDuty(level, now)));
        List<Step> staffed = policy.steps().stream()
                .filter(step -> !onDuty.getOrDefault(step.level(), List.of()).isEmpty())
                .toList();
        if (staffed.isEmpty()) {
            Duration within = policy.steps().get(0).acknowledgeWithin();
            return new Foreseen(named(choose.instead()), false, within, List.of(), policy.rounds());
        }
        Step first = staffed.get(0);
        return new Foreseen(
                named(onDuty.getOrDefault(first.level(), List.of())),
                true,
                first.acknowledgeWithin(),
                staffed.stream().skip(1).map(Step::level).toList(),
                policy.rounds());
    }

    private List<Person> named(Collection<PersonId> ids) {
        return people.listAll(ids).stream()
                .sorted(Comparator.comparing(one -> one.name().value()))
                .toList();
    }
}
