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
import io.larkdesk.core.roster.Absence;
import io.larkdesk.core.roster.AbsenceReason;
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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shifts and absences as events of an iCalendar file. An event names its person by the open_id and its role by its constant, in properties of ours;
 * where these are missing the summary is read, which says the same for people. Why somebody is away is the event's description.
 */
final class CalendarFile {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarFile.class);

    /** The most shifts and absences that one file may bring. */
    static final int MOST = 2_000;

    private static final String PERSON = "X-LARKDESK-PERSON";
    private static final String ROLE = "X-LARKDESK-ROLE";

    /** The role in which one is away. */
    private static final String AWAY = "AWAY";

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
     * @param absences those of all events that fit
     * @param misfits the other events
     */
    record Found(List<Shift> shifts, List<Absence> absences, List<Misfit> misfits) {

        Found {
            shifts = List.copyOf(shifts);
            absences = List.copyOf(absences);
            misfits = List.copyOf(misfits);
        }

        boolean isEmpty() {
            return shifts.isEmpty() && absences.isEmpty();
        }

        /** When the first thing in it begins; not of one that is empty. */
        Instant begin() {
            return Stream.concat(
                            shifts.stream().map(Shift::from), absences.stream().map(Absence::from))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** {@code shifts} and {@code absences}, all of the staff, in seconds of UTC. */
    String write(List<Shift> shifts, List<Absence> absences) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Larkdesk//Roster//EN");
        shifts.forEach(shift -> find(shift.person()).ifPresent(person -> calendar.addEvent(event(shift, person))));
        absences.forEach(
                absence -> find(absence.person()).ifPresent(person -> calendar.addEvent(event(absence, person))));
        return calendar.write();
    }

    private VEvent event(Shift shift, Person person) {
        VEvent event = event(person, shift.role().name(), shift.from(), shift.until());
        event.setSummary(summary(shift.role(), person));
        return event;
    }

    private VEvent event(Absence absence, Person person) {
        VEvent event = event(person, AWAY, absence.from(), absence.until());
        event.setSummary(summary(person));
        absence.reason().map(AbsenceReason::value).ifPresent(event::setDescription);
        return event;
    }

    private static VEvent event(Person person, String role, Instant from, Instant until) {
        VEvent event = new VEvent();
        event.setUid("%s-%s-%s@larkdesk".formatted(person.id().value(), role, from.getEpochSecond()));
        event.setDateStart(new DateStart(date(from)));
        event.setDateEnd(new DateEnd(date(until)));
        event.addExperimentalProperty(PERSON, person.openId().value());
        event.addExperimentalProperty(ROLE, role);
        return event;
    }

    private String summary(Person person) {
        return texts.say("roster.summary.away", Map.of("name", person.name().value()));
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
     * What is in {@code bytes}; nothing at all if that is no calendar, or one of which the library makes no sense.
     *
     * @throws IOException if the file cannot be read to its end
     */
    Found read(InputStream bytes) throws IOException {
        Taken taken = new Taken(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ICalendar calendar : calendars(bytes)) {
            for (VEvent event : calendar.getEvents()) {
                take(calendar, event, taken);
            }
        }
        return new Found(taken.shifts(), taken.absences(), taken.misfits());
    }

    private static List<ICalendar> calendars(InputStream bytes) throws IOException {
        try (ICalReader reader = new ICalReader(bytes)) {
            return reader.readAll();
        } catch (RuntimeException | AssertionError e) {
            // By which the library says, for instance, that there is no such month
            LOG.debug("a file is no calendar", e);
            return List.of();
        }
    }

    /** What is found as it is read. */
    private record Taken(List<Shift> shifts, List<Absence> absences, List<Misfit> misfits) {

        boolean hasRoomFor(int more) {
            return shifts.size() + absences.size() + more <= MOST;
        }
    }

    private void take(ICalendar calendar, VEvent event, Taken taken) {
        String summary = event.getSummary() == null
                ? ""
                : String.valueOf(event.getSummary().getValue());
        Optional<Owner> owner = owner(event, summary);
        if (owner.isEmpty()) {
            taken.misfits().add(new Misfit(summary, "person"));
            return;
        }
        CalendarTimes times = CalendarTimes.of(
                event, calendar.getTimezoneInfo(), owner.get().role().isPresent() ? Shift::isSpan : Absence::isSpan);
        if (times.problem().isPresent()) {
            taken.misfits().add(new Misfit(summary, times.problem().get()));
        } else if (!taken.hasRoomFor(times.spans().size())) {
            taken.misfits().add(new Misfit(summary, "many"));
        } else {
            times.spans().forEach(span -> add(owner.get(), span, event, taken));
        }
    }

    private static void add(Owner owner, CalendarTimes.Span span, VEvent event, Taken taken) {
        owner.role()
                .ifPresentOrElse(
                        role -> taken.shifts().add(new Shift(owner.person(), role, span.from(), span.until())),
                        () -> taken.absences()
                                .add(new Absence(owner.person(), span.from(), span.until(), reason(event))));
    }

    private static Optional<AbsenceReason> reason(VEvent event) {
        return Optional.ofNullable(event.getDescription())
                .flatMap(description -> Optional.ofNullable(description.getValue()))
                .flatMap(AbsenceReason::parse);
    }

    /**
     * Whose an event is.
     *
     * @param role in which role the person is on duty; empty if away
     */
    private record Owner(PersonId person, Optional<StaffRole> role) {}

    private Optional<Owner> owner(VEvent event, String summary) {
        Optional<Owner> named = value(event, PERSON).flatMap(openId -> value(event, ROLE)
                .flatMap(role -> only((person, one) -> person.openId().value().equals(openId)
                        && one.map(Enum::name).orElse(AWAY).equals(role))));
        return named.or(() -> only((person, one) ->
                summary.strip().equals(one.map(role -> summary(role, person)).orElseGet(() -> summary(person)))));
    }

    /** The one whom {@code isMeant} means; nobody if it means several, such as two people of one name. */
    private Optional<Owner> only(BiPredicate<Person, Optional<StaffRole>> isMeant) {
        List<Owner> owners = staff.stream()
                .flatMap(person -> Stream.concat(
                                Arrays.stream(StaffRole.values()).map(Optional::of),
                                Stream.of(Optional.<StaffRole>empty()))
                        .filter(role -> isMeant.test(person, role))
                        .map(role -> new Owner(person.id(), role)))
                .toList();
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }

    private static Optional<String> value(VEvent event, String name) {
        return Optional.ofNullable(event.getExperimentalProperty(name)).map(property -> property.getValue());
    }
}
