package io.larkdesk.app.console.reminders;

import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.Query;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.LogSpot;
import io.larkdesk.core.reminder.Outcome;
import io.larkdesk.core.reminding.ShowReminders;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which mentions the page shows. It stands in the page's address.
 *
 * @param tenant in whose groups only
 * @param person of whom only
 * @param ticket in whose group only
 * @param outcome with which outcome only
 * @param from since which day, in the viewer's zone
 * @param until until which day, that day too
 * @param after after which to go on
 */
public record LogFilter(
        Optional<TenantId> tenant,
        Optional<PersonId> person,
        Optional<TicketNumber> ticket,
        Optional<Outcome> outcome,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<LogSpot> after) {

    /** Refuses null. */
    public LogFilter {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(after, "after");
    }

    /** The filter in an address; what is none is left out. */
    static LogFilter of(HttpParameters parameters) {
        return new LogFilter(
                Form.findId(parameters.get("tenant")).map(TenantId::new),
                Optional.ofNullable(parameters.get("person")).flatMap(MentionName::person),
                Optional.ofNullable(parameters.get("ticket")).map(String::strip).flatMap(TicketNumber::parse),
                Arrays.stream(Outcome.values())
                        .filter(outcome -> outcome.name().equals(parameters.get("outcome")))
                        .findAny(),
                Form.findDay(parameters.get("from")),
                Form.findDay(parameters.get("until")),
                Optional.ofNullable(parameters.get("after")).flatMap(MentionName::spot));
    }

    ShowReminders.Filter wanted(ZoneId zone) {
        return new ShowReminders.Filter(
                tenant,
                person,
                ticket,
                outcome,
                from.map(day -> start(day, zone)),
                until.map(day -> start(day.plusDays(1), zone)));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    LogFilter after(LogSpot spot) {
        return new LogFilter(tenant, person, ticket, outcome, from, until, Optional.of(spot));
    }

    /** The same, of that person only, from the latest on. */
    LogFilter of(PersonId one) {
        return new LogFilter(tenant, Optional.of(one), ticket, outcome, from, until, Optional.empty());
    }

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return !asked().isEmpty();
    }

    /** What the address asks for; with the question mark, if that is anything. */
    public String asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        tenant.ifPresent(one -> asked.put("tenant", one.toString()));
        person.ifPresent(one -> asked.put("person", MentionName.of(one)));
        ticket.ifPresent(one -> asked.put("ticket", Long.toString(one.value())));
        outcome.ifPresent(one -> asked.put("outcome", one.name()));
        from.ifPresent(day -> asked.put("from", day.toString()));
        until.ifPresent(day -> asked.put("until", day.toString()));
        after.ifPresent(spot -> asked.put("after", MentionName.of(spot)));
        return Query.of(asked);
    }

    /** The address of the page. */
    public String path() {
        return Section.REMINDERS.path() + asked();
    }
}
