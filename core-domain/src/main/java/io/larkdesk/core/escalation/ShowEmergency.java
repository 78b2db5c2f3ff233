package io.larkdesk.core.escalation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Shows how a ticket's Emergency stands: to the members of its group, and to all staff. */
@Singleton
public final class ShowEmergency {

    private final Transactions transactions;
    private final Members members;
    private final People people;
    private final Emergencies emergencies;
    private final Pages pages;
    private final EmergencyPhone phone;

    /** Takes its collaborators. */
    @Inject
    public ShowEmergency(
            Transactions transactions,
            Members members,
            People people,
            Emergencies emergencies,
            Pages pages,
            EmergencyPhone phone) {
        this.transactions = transactions;
        this.members = members;
        this.people = people;
        this.emergencies = emergencies;
        this.pages = pages;
        this.phone = phone;
    }

    /**
     * An Emergency with all that a page shows of it.
     *
     * @param emergency as it stands
     * @param declarations all who declared it, the start first
     * @param pages all pages about it, those added first before others
     * @param people everybody named
     * @param phone where to call when nobody answers
     * @param asOf the present, by the database's clock: what the page's clocks count from
     */
    public record Shown(
            Emergency emergency,
            List<Emergency.Declaration> declarations,
            List<Page> pages,
            List<Person> people,
            EmergencyPhone phone,
            Instant asOf) {

        /** Copies the lists. */
        public Shown {
            Objects.requireNonNull(emergency, "emergency");
            declarations = List.copyOf(declarations);
            pages = List.copyOf(pages);
            people = List.copyOf(people);
            Objects.requireNonNull(phone, "phone");
            Objects.requireNonNull(asOf, "asOf");
        }
    }

    /** The ticket's last Emergency; empty if there was none, or {@code asker} may not see it. */
    public Optional<Shown> ofTicket(GroupId ticket, PersonId asker) {
        return transactions.inTransaction(now -> maySee(ticket, asker)
                ? emergencies.findLast(ticket).map(emergency -> show(emergency, now))
                : Optional.empty());
    }

    /** The Emergency; empty if there is none, or {@code asker} may not see it. */
    public Optional<Shown> execute(EmergencyId id, PersonId asker) {
        return transactions.inTransaction(now -> maySee(id.ticket(), asker)
                ? emergencies.find(id).map(emergency -> show(emergency, now))
                : Optional.empty());
    }

    private boolean maySee(GroupId ticket, PersonId asker) {
        return members.find(ticket, asker).filter(Member::isIn).isPresent()
                || people.find(asker).flatMap(Person::role).isPresent();
    }

    /** The same of an Emergency that the asker may see; part of a transaction. */
    Shown show(Emergency emergency, Instant now) {
        List<Emergency.Declaration> declarations = emergencies.listDeclarations(emergency.id());
        List<Page> sent = pages.list(emergency.id());
        Set<PersonId> named = new HashSet<>();
        declarations.forEach(declaration -> named.add(declaration.by()));
        sent.forEach(page -> named.add(page.person()));
        emergency.acknowledgement().ifPresent(held -> {
            named.add(held.by());
            named.addAll(held.joined());
        });
        emergency.ending().ifPresent(ended -> named.add(ended.by()));
        emergency.back().ifPresent(back -> named.add(back.by()));
        return new Shown(emergency, declarations, sent, people.listAll(named), phone, now);
    }
}
