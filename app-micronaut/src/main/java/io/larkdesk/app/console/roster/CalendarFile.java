package io.larkdesk.app.console.roster;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import io.larkdesk.app.page.Participant;
import io.larkdesk.app.page.Texts;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Shift;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Shifts as events of an iCalendar file. An event names its person by the open_id and its role by its constant, in properties of ours; where
 * these are missing the summary is read, which says the same for people.
 */
final class CalendarFile {

    /** The most shifts that one file may bring. */
    static final int MOST_SHIFTS = 2_000;

    private static final String PERSON = "X-LARKDESK-PERSON";
    private static final String ROLE = "X-LARKDESK-ROLE";

    private final List<Person> staff;
    private final Texts texts;

    CalendarFile(List<Person> staff, Texts texts) {
        this.staff = List.copyOf(staff);
        this.texts = texts;
    }

    /**
     * What an event is not taken for.
     *
     * @param summary what it is called
     * @param why the end of the key of the reason's text
     */
    record Misfit(String summary, String why) {}

    /**
     * What is in a file.
     *
     * @param shifts those of all events that fit
     * @param misfits the other events
     */
    record Found(List<Shift> shifts, List<Misfit> misfits) {

        Found {
            shifts = List.copyOf(shifts);
            misfits = List.copyOf(misfits);
        }
    }

    /** {@code shifts}, all of the staff, in seconds of UTC. */
    String write(List<Shift> shifts) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Larkdesk//Roster//EN");
        shifts.forEach(shift -> find(shift.person()).ifPresent(person -> calendar.addEvent(event(shift, person))));
        return calendar.write();
    }

    private VEvent event(Shift shift, Person person) {
        VEvent event = new VEvent();
        event.setUid("%s-%s-%s@larkdesk"
                .formatted(shift.person().value(), shift.role(), shift.from().getEpochSecond()));
        event.setSummary(summary(shift.role(), person));
        event.setDateStart(new DateStart(date(shift.from())));
        event.setDateEnd(new DateEnd(date(shift.until())));
        event.addExperimentalProperty(PERSON, person.openId().value());
        event.addExperimentalProperty(ROLE, shift.role().name());
        return event;
    }

    private String summary(StaffRole role, Person person) {
        return texts.say(
                "roster.summary",
                Map.of(
                        "role",
                        texts.say(Participant.roleKey(role)),
                        "name",
                        person.name().value()));
    }

    private static ICalDate date(Instant at) {
        LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        return new ICalDate(
                new DateTimeComponents(
                        utc.getYear(),
                        utc.getMonthValue(),
                        utc.getDayOfMonth(),
                        utc.getHour(),
                        utc.getMinute(),
                        utc.getSecond(),
                        true),
                true);
    }

    private Optional<Person> find(PersonId id) {
        return staff.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /**
     * What is in {@code bytes}; nothing at all if that is no calendar.
     *
     * @throws IOException if the file cannot be read to its end
     */
    Found read(InputStream bytes) throws IOException {
        List<Shift> shifts = new ArrayList<>();
        List<Misfit> misfits = new ArrayList<>();
        try (ICalReader reader = new ICalReader(bytes)) {
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                for (VEvent event : calendar.getEvents()) {
                    take(calendar, event, shifts, misfits);
                }
            }
        }
        return new Found(shifts, misfits);
    }

    private void take(ICalendar calendar, VEvent event, List<Shift> shifts, List<Misfit> misfits) {
        String summary = event.getSummary() == null
                ? ""
                : String.valueOf(event.getSummary().getValue());
        Optional<Owner> owner = owner(event, summary);
        if (owner.isEmpty()) {
            misfits.add(new Misfit(summary, "person"));
            return;
        }
        CalendarTimes times = CalendarTimes.of(event, calendar.getTimezoneInfo());
        if (times.problem().isPresent()) {
            misfits.add(new Misfit(summary, times.problem().get()));
        } else if (shifts.size() + times.spans().size() > MOST_SHIFTS) {
            misfits.add(new Misfit(summary, "many"));
        } else {
            times.spans()
                    .forEach(span -> shifts.add(
                            new Shift(owner.get().person(), owner.get().role(), span.from(), span.until())));
        }
    }

    private record Owner(PersonId person, StaffRole role) {}

    private Optional<Owner> owner(VEvent event, String summary) {
        Optional<Owner> named = value(event, PERSON).flatMap(openId -> value(event, ROLE)
                .flatMap(role -> only((person, one) ->
                        person.openId().value().equals(openId) && one.name().equals(role))));
        return named.or(() -> only((person, one) -> summary.strip().equals(summary(one, person))));
    }

    /** The one whom {@code isMeant} means; nobody if it means several, such as two people of one name. */
    private Optional<Owner> only(BiPredicate<Person, StaffRole> isMeant) {
        List<Owner> owners = staff.stream()
                .flatMap(person -> Arrays.stream(StaffRole.values())
                        .filter(role -> isMeant.test(person, role))
                        .map(role -> new Owner(person.id(), role)))
                .toList();
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }

    private static Optional<String> value(VEvent event, String name) {
        return Optional.ofNullable(event.getExperimentalProperty(name)).map(property -> property.getValue());
    }
}
