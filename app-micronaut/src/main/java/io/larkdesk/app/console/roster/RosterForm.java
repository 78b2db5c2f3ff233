package io.larkdesk.app.console.roster;

import io.larkdesk.app.console.Zones;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Absence;
import io.larkdesk.core.roster.AbsenceReason;
import io.larkdesk.core.roster.Rotation;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.roster.ShiftPattern;
import io.larkdesk.core.tenant.TenantId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the forms of the roster. */
final class RosterForm {

    /** The fields in which a shift is planned, in the order in which they stand. */
    static final List<String> SHIFT = List.of("person", "role", "zone", "from", "until", "weeks");

    /** The same of an absence; no form has a field of the other's name. */
    static final List<String> ABSENCE = List.of("absent", "leaves", "returns", "clocks", "reason");

    /** The same of a rotation. */
    static final List<String> ROTATION = List.of(
            "turn1", "turn2", "turn3", "turn4", "turn5", "turn6", "duty", "first", "day", "time", "hours", "rounds");

    /** The fields with the people of a rotation, in the order in which they take over. */
    static final List<String> PEOPLE = ROTATION.subList(0, 6);

    private final Form form;
    private final TenantId provider;

    RosterForm(Map<String, ?> fields, TenantId provider) {
        this.form = new Form(fields);
        this.provider = provider;
    }

    Optional<PersonId> person(String field) {
        return form.id(field).map(id -> new PersonId(provider, id));
    }

    Optional<StaffRole> role() {
        return role("role");
    }

    private Optional<StaffRole> role(String field) {
        return form.constant(field, StaffRole.class);
    }

    Optional<ZoneId> zone(String field) {
        return form.text(field).flatMap(Zones::find);
    }

    Optional<LocalDateTime> time(String field) {
        return form.text(field).flatMap(RosterForm::parseTime);
    }

    private boolean isLeftOut(String field) {
        return form.text(field).orElse("").isEmpty();
    }

    private Optional<LocalDate> day(String field) {
        return form.text(field).flatMap(Form::findDay);
    }

    private Optional<LocalTime> clock() {
        try {
            return form.text("time").map(LocalTime::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The rotation that is planned; no field is wrong. */
    Rotation rotation() {
        return new Rotation(
                PEOPLE.stream().flatMap(field -> person(field).stream()).toList(),
                role("duty").orElseThrow(),
                zone("hours").orElseThrow(),
                day("first").orElseThrow(),
                form.constant("day", DayOfWeek.class).orElseThrow(),
                clock().orElseThrow(),
                weeks("rounds").orElseThrow());
    }

    private Optional<Integer> weeks(String field) {
        return form.number(field)
                .filter(weeks -> weeks >= 1 && weeks <= ShiftPattern.MOST_WEEKS)
                .map(Long::intValue);
    }

    /** The first of {@code names} in which there is nothing that makes sense, if there is one. */
    Optional<String> wrongField(List<String> names) {
        return names.stream().filter(name -> !isRight(name)).findFirst();
    }

    private boolean isRight(String name) {
        return switch (name) {
            case "person", "absent" -> person(name).isPresent();
            case "role" -> role().isPresent();
            case "zone", "clocks" -> zone(name).isPresent();
            case "from", "until", "leaves", "returns" -> time(name).isPresent();
            case "weeks" -> weeks("weeks").isPresent();
            case "turn1" -> person(name).isPresent();
            case "turn2", "turn3", "turn4", "turn5", "turn6" ->
                isLeftOut(name) || person(name).isPresent();
            case "duty" -> role("duty").isPresent();
            case "first" -> day("first").isPresent();
            case "day" -> form.constant("day", DayOfWeek.class).isPresent();
            case "time" -> clock().isPresent();
            case "hours" -> zone(name).isPresent();
            case "rounds" -> weeks("rounds").isPresent();
            case "reason" -> !hasReason() || reason().isPresent();
            default -> true;
        };
    }

    private boolean hasReason() {
        return form.text("reason").filter(text -> !text.isBlank()).isPresent();
    }

    private Optional<AbsenceReason> reason() {
        return form.text("reason").flatMap(AbsenceReason::parse);
    }

    /** The absence that is noted, if it is one; no field is wrong. */
    Optional<Absence> absence() {
        ZoneId zone = zone("clocks").orElseThrow();
        Instant from = time("leaves").orElseThrow().atZone(zone).toInstant();
        Instant until = time("returns").orElseThrow().atZone(zone).toInstant();
        return Absence.isSpan(from, until)
                ? Optional.of(new Absence(person("absent").orElseThrow(), from, until, reason()))
                : Optional.empty();
    }

    /** The absence that the form is about. */
    Optional<Absence> seenAbsence() {
        Optional<Instant> from = instant("begins");
        Optional<Instant> until = instant("ends");
        return person("person")
                .flatMap(person -> from.flatMap(begin -> until.filter(end -> Absence.isSpan(begin, end))
                        .map(end -> new Absence(person, begin, end, Optional.empty()))));
    }

    /** What is planned; no field is wrong. */
    ShiftPattern pattern() {
        return new ShiftPattern(
                person("person").orElseThrow(),
                role().orElseThrow(),
                zone("zone").orElseThrow(),
                time("from").orElseThrow(),
                time("until").orElseThrow(),
                weeks("weeks").orElseThrow());
    }

    /** The shift that the form is about, as it was seen. */
    Optional<Shift> shift() {
        Optional<Instant> from = instant("begins");
        Optional<Instant> until = instant("ends");
        return person("person").flatMap(person -> role().flatMap(role -> from.flatMap(begin ->
                until.filter(end -> Shift.isSpan(begin, end)).map(end -> new Shift(person, role, begin, end)))));
    }

    private Optional<Instant> instant(String field) {
        return form.number(field)
                .map(Instant::ofEpochMilli)
                .filter(at -> Form.isYear(at.atZone(ZoneOffset.UTC).getYear()));
    }

    /** What was entered. */
    Map<String, String> entered() {
        Map<String, String> entered = new HashMap<>();
        Stream.of(SHIFT, ABSENCE, ROTATION).flatMap(List::stream).forEach(field -> form.text(field)
                .ifPresent(text -> entered.put(field, text)));
        return entered;
    }

    /** The day in the field {@code week}. */
    Optional<LocalDate> week() {
        return day("week");
    }

    private static Optional<LocalDateTime> parseTime(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text)).filter(time -> Form.isYear(time.getYear()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
