package io.larkdesk.core.escalation;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows staff the Emergencies of all tenants: those that are not over, and those that ended lately. */
@Singleton
public final class ShowBoard {

    /** How many that are over are shown at once. */
    public static final int PAGE = 20;

    private final Transactions transactions;
    private final People people;
    private final Emergencies emergencies;
    private final DescribeEmergency describe;
    private final SurveyEmergencies survey;
    private final ListTakers listTakers;

    /** Takes its collaborators. */
    @Inject
    public ShowBoard(
            Transactions transactions,
            People people,
            Emergencies emergencies,
            DescribeEmergency describe,
            SurveyEmergencies survey,
            ListTakers listTakers) {
        this.transactions = transactions;
        this.people = people;
        this.emergencies = emergencies;
        this.describe = describe;
        this.survey = survey;
        this.listTakers = listTakers;
    }

    /**
     * The board.
     *
     * @param survey all that are not over, in short
     * @param active the {@value ListEmergencies#PAGE} oldest of them
     * @param ended some of those that are over, the last to end first
     * @param older after which one of them to go on; empty if there are no more
     * @param takers to whom an Emergency can be handed over
     */
    public record Shown(
            SurveyEmergencies.Survey survey,
            List<DescribeEmergency.Described> active,
            List<DescribeEmergency.Described> ended,
            Optional<EmergencyId> older,
            List<ListTakers.Taker> takers) {

        /** Copies the lists. */
        public Shown {
            Objects.requireNonNull(survey, "survey");
            active = List.copyOf(active);
            ended = List.copyOf(ended);
            Objects.requireNonNull(older, "older");
            takers = List.copyOf(takers);
        }
    }

    /**
     * The board.
     *
     * @param before shows those that ended before this one did; empty for the last ones
     * @return empty if {@code asker} is not of the staff
     */
    public Optional<Shown> execute(PersonId asker, Optional<EmergencyId> before) {
        return transactions.inTransaction(
                now -> isStaff(asker) ? Optional.of(show(asker, before, now)) : Optional.empty());
    }

    /** One of them; empty if there is none such, or {@code asker} is not of the staff. */
    public Optional<DescribeEmergency.Described> find(PersonId asker, EmergencyId id) {
        return transactions.inTransaction(now -> isStaff(asker)
                ? emergencies.find(id).map(emergency -> describe.execute(emergency, asker, now))
                : Optional.empty());
    }

    private boolean isStaff(PersonId person) {
        return people.find(person).flatMap(Person::role).isPresent();
    }

    private Shown show(PersonId asker, Optional<EmergencyId> before, Instant now) {
        List<Emergency> ended = emergencies.listEnded(before, PAGE + 1);
        List<Emergency> page = ended.subList(0, Math.min(PAGE, ended.size()));
        return new Shown(
                survey.execute(),
                describeAll(emergencies.listActive(Optional.empty(), ListEmergencies.PAGE), asker, now),
                describeAll(page, asker, now),
                ended.size() > PAGE ? Optional.of(page.get(PAGE - 1).id()) : Optional.empty(),
                listTakers.execute(now));
    }

    private List<DescribeEmergency.Described> describeAll(List<Emergency> some, PersonId asker, Instant now) {
        return some.stream()
                .map(emergency -> describe.execute(emergency, asker, now))
                .toList();
    }
}
