package io.larkdesk.core.clock;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Lists the calendars for the staff. */
@Singleton
public final class ListCalendars {

    private final Transactions transactions;
    private final Calendars calendars;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ListCalendars(Transactions transactions, Calendars calendars, People people) {
        this.transactions = transactions;
        this.calendars = calendars;
        this.people = people;
    }

    /** All of them, by name; empty if the asker is not of the staff. */
    public Optional<List<KeptCalendar>> execute(PersonId asker) {
        return transactions.inTransaction(
                now -> people.find(asker).flatMap(Person::role).map(role -> calendars.list()));
    }
}
