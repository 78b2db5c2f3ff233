package io.larkdesk.app.console.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.page.Texts;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Absence;
import io.larkdesk.core.roster.AbsenceReason;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read as it was, whatever people are called; and whatever is read, nothing but shifts of the staff comes of it. */
class CalendarFileProperties {

    private static final TenantId PROVIDER = new TenantId(new UUID(0, 1));
    private static final List<Person> STAFF = Stream.of("Amara Diallo", "李 娜, 技术; \\n", "a".repeat(64))
            .map(CalendarFileProperties::person)
            .toList();

    private static Person person(String name) {
        return new Person(
                new PersonId(PROVIDER, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                new OpenId("ou_" + name.length()),
                PersonName.of(name),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                Optional.of(StaffRole.ENGINEER));
    }

    @Provide
    Arbitrary<List<Shift>> shifts() {
        return Combinators.combine(
                        Arbitraries.of(STAFF),
                        Arbitraries.of(StaffRole.class),
                        Arbitraries.longs()
                                .between(
                                        Instant.parse("2001-01-01T00:00:00Z").getEpochSecond(),
                                        Instant.parse("2099-01-01T00:00:00Z").getEpochSecond()),
                        Arbitraries.longs().between(1, Shift.LONGEST.toSeconds()))
                .as((person, role, from, length) ->
                        new Shift(person.id(), role, Instant.ofEpochSecond(from), Instant.ofEpochSecond(from + length)))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Absence>> absences() {
        return Combinators.combine(
                        Arbitraries.of(STAFF),
                        Arbitraries.longs()
                                .between(
                                        Instant.parse("2001-01-01T00:00:00Z").getEpochSecond(),
                                        Instant.parse("2098-01-01T00:00:00Z").getEpochSecond()),
                        Arbitraries.longs().between(1, Absence.LONGEST.toSeconds()),
                        Arbitraries.of("Holidays", "病假; \\n, ill", "a".repeat(AbsenceReason.LONGEST))
                                .map(AbsenceReason::new)
                                .optional())
                .as((person, from, length, reason) -> new Absence(
                        person.id(), Instant.ofEpochSecond(from), Instant.ofEpochSecond(from + length), reason))
                .list()
                .ofMaxSize(5);
    }

    private static CalendarFile file(Language language) {
        return new CalendarFile(STAFF, Texts.in(language));
    }

    private static CalendarFile.Found read(String text) throws IOException {
        return file(Language.EN).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAsItWas(
            @ForAll("shifts") List<Shift> shifts, @ForAll("absences") List<Absence> absences, @ForAll Language language)
            throws IOException {
        CalendarFile.Found found = read(file(language).write(shifts, absences));

        assertThat(found.misfits()).isEmpty();
        assertThat(found.shifts()).isEqualTo(shifts);
        assertThat(found.absences()).isEqualTo(absences);
    }

    @Property(tries = 200)
    void whoIsMeantIsKnownByTheSummaryToo(
            @ForAll("shifts") List<Shift> shifts, @ForAll("absences") List<Absence> absences) throws IOException {
        String bare =
                file(Language.EN).write(shifts, absences).replaceAll("X-LARKDESK[^\r\n]*(\r\n [^\r\n]*)*\r\n", "");

        assertThat(bare).doesNotContain("LARKDESK-");
        assertThat(read(bare).shifts()).isEqualTo(shifts);
        assertThat(read(bare).absences()).isEqualTo(absences);
    }

    @Property(tries = 500)
    void whateverIsReadBringsShiftsOfTheStaffOrNothing(
            @ForAll("shifts") List<Shift> shifts, @ForAll String noise, @ForAll("places") List<Integer> places)
            throws IOException {
        StringBuilder text = new StringBuilder(file(Language.EN).write(shifts, List.of()));
        for (int place : places) {
            int at = place % text.length();
            text.replace(at, Math.min(text.length(), at + 3), noise);
        }
        assertThat(read(text.toString()).shifts())
                .allMatch(shift -> STAFF.stream().anyMatch(one -> one.id().equals(shift.person())));
    }

    @Provide
    Arbitrary<List<Integer>> places() {
        return Arbitraries.integers().between(0, 100_000).list().ofMaxSize(6);
    }
}
