package io.larkdesk.core.clock;

import java.util.List;
import java.util.Optional;

/** The provider's calendars of working hours. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Calendars {

    /** The calendar of this name. */
    Optional<BusinessCalendar> find(CalendarName name);

    /**
     * The same, but nobody changes it until the running transaction ends; waits for who does. So what is counted by it is stored before it
     * changes.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<BusinessCalendar> hold(CalendarName name);

    /** All of them, by name. */
    List<KeptCalendar> list();

    /**
     * All of them, by name, held until the running transaction ends, waiting for others: nobody adds one meanwhile.
     *
     * @throws IllegalStateException outside a transaction
     */
    List<KeptCalendar> lock();

    /** Stores {@code calendar}, new or as it stands now. */
    void save(KeptCalendar calendar);
}
