package io.larkdesk.app.console.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.larkdesk.app.page.Texts;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Absence;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whatever a file for calendars holds, nothing comes of it but shifts and absences of the staff, and not too many. */
class CalendarFileFuzzTest {

    private static final PersonId AMARA = new PersonId(new TenantId(new UUID(0, 1)), new UUID(0, 2));
    private static final CalendarFile FILE = new CalendarFile(
            List.of(new Person(
                    AMARA,
                    new OpenId("ou_amara"),
                    PersonName.of("Amara Diallo"),
                    Optional.empty(),
                    Optional.empty(),
                    Language.EN,
                    Optional.of(StaffRole.ENGINEER))),
            Texts.in(Language.EN));

    @FuzzTest
    void nothingButShiftsAndAbsencesComesOfAFile(byte[] input) throws IOException {
        CalendarFile.Found found = FILE.read(new ByteArrayInputStream(input));

        assertThat(found.shifts().size() + found.absences().size()).isLessThanOrEqualTo(CalendarFile.MOST);
        assertThat(found.shifts()).extracting(Shift::person).allMatch(AMARA::equals);
        assertThat(found.absences()).extracting(Absence::person).allMatch(AMARA::equals);
        if (!found.isEmpty()) {
            String written = FILE.write(found.shifts(), found.absences());
            CalendarFile.Found again = FILE.read(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
            assertThat(again.shifts()).hasSameSizeAs(found.shifts());
            assertThat(again.absences()).hasSameSizeAs(found.absences());
        }
    }
}
