package io.larkdesk.core.auditing;

import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChange;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.audit.AuditSpot;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.onboarding.ListTenants.Customer;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the audit log, the newest first. */
@Singleton
public final class ShowAudit {

    private final Transactions transactions;
    private final AuditReaders readers;
    private final AuditTrail trail;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ShowAudit(Transactions transactions, AuditReaders readers, AuditTrail trail, People people) {
        this.transactions = transactions;
        this.readers = readers;
        this.trail = trail;
        this.people = people;
    }

    /**
     * What is wanted.
     *
     * @param asker who asks
     * @param query which entries; of its books only those that the asker may read
     * @param book of which book only
     * @param limit at most how many
     */
    public record Command(PersonId asker, AuditQuery query, Optional<AuditBook> book, int limit) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(asker, "asker");
            Objects.requireNonNull(query, "query");
            Objects.requireNonNull(book, "book");
        }
    }

    /**
     * What there is.
     *
     * @param entries the entries
     * @param next after which to go on, if there are more
     * @param people everybody named in them
     * @param staff all who have a role now
     * @param customers the customers whose books may be read
     * @param all whether the provider's book may be read too
     */
    public record Shown(
            List<AuditEntry> entries,
            Optional<AuditSpot> next,
            Set<Person> people,
            List<Person> staff,
            List<Customer> customers,
            boolean all) {

        /** Copies the collections. */
        public Shown {
            entries = List.copyOf(entries);
            Objects.requireNonNull(next, "next");
            people = Set.copyOf(people);
            staff = List.copyOf(staff);
            customers = List.copyOf(customers);
        }
    }

    /** The entries; empty if the log is none of the asker's business. */
    public Optional<Shown> execute(Command command) {
        return transactions.inTransaction(
                now -> readers.find(command.asker()).map(readable -> show(command, readable)));
    }

    private Shown show(Command command, AuditReaders.Scope readable) {
        AuditQuery query =
                readable.among(command.book()).map(command.query()::of).orElse(command.query());
        List<AuditEntry> found = trail.list(query, command.limit() + 1);
        List<AuditEntry> entries = found.subList(0, Math.min(found.size(), command.limit()));
        Optional<AuditSpot> next = found.size() > entries.size()
                ? Optional.of(entries.get(entries.size() - 1).spot())
                : Optional.empty();
        Set<PersonId> named = entries.stream().flatMap(ShowAudit::named).collect(Collectors.toSet());
        return new Shown(
                entries,
                next,
                Set.copyOf(people.listAll(named)),
                people.listStaff(),
                readable.customers(),
                readable.all());
    }

    private static Stream<PersonId> named(AuditEntry entry) {
        return Stream.of(
                        entry.event().actor().findPerson().stream(),
                        entry.event().subject().findPerson().stream(),
                        entry.event().changes().list().stream().flatMap(ShowAudit::named))
                .flatMap(persons -> persons);
    }

    private static Stream<PersonId> named(AuditChange change) {
        return Stream.of(change.before(), change.after())
                .flatMap(Optional::stream)
                .flatMap(detail -> detail.findPerson().stream());
    }
}
