package io.larkdesk.app.console.reminders;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.reminders.RemindersPage.Option;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Outcome;
import io.larkdesk.core.reminding.ShowReminders;
import io.larkdesk.core.reminding.ShowReminders.Shown;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the page of the log of reminders together. */
@Singleton
final class RemindersPages {

    private static final int PAGE = 50;

    private final ShowReminders showReminders;
    private final ConsoleFrames consoleFrames;

    RemindersPages(ShowReminders showReminders, ConsoleFrames consoleFrames) {
        this.showReminders = showReminders;
        this.consoleFrames = consoleFrames;
    }

    /** The page; empty if it is not for {@code staff}. */
    Optional<RemindersPage> find(Staff staff, LogFilter filter, Optional<String> told) {
        return showReminders
                .execute(new ShowReminders.Command(
                        staff.id(), filter.wanted(staff.viewer().zone()), filter.after(), PAGE))
                .map(shown -> page(staff, filter, shown, told));
    }

    private RemindersPage page(Staff staff, LogFilter filter, Shown shown, Optional<String> told) {
        ConsoleFrame frame = consoleFrames.around(staff, Section.REMINDERS, filter.path());
        LogWords words = new LogWords(staff.viewer(), frame.appPath(""), shown);
        return new RemindersPage(
                frame,
                filter,
                shown.entries().stream().map(entry -> words.row(filter, entry)).toList(),
                shown.next().map(spot -> filter.after(spot).path()),
                new RemindersPage.Choices(
                        tenants(shown, filter), people(shown, words, filter), outcomes(words, filter)),
                told);
    }

    private static List<Option> tenants(Shown shown, LogFilter filter) {
        return shown.customers().stream()
                .map(customer -> new Option(
                        customer.id().toString(),
                        customer.organisation(),
                        filter.tenant().filter(customer.id()::equals).isPresent()))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    /** Those who can be asked for, those on the page, and whoever is asked for. */
    private static List<Option> people(Shown shown, LogWords words, LogFilter filter) {
        Stream<PersonId> mentioned =
                shown.entries().stream().map(entry -> entry.mention().person());
        return Stream.of(shown.choices().stream().map(Person::id), mentioned, filter.person().stream())
                .flatMap(persons -> persons)
                .distinct()
                .map(person -> new Option(
                        MentionName.of(person),
                        words.name(person),
                        filter.person().filter(person::equals).isPresent()))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    private static List<Option> outcomes(LogWords words, LogFilter filter) {
        return Arrays.stream(Outcome.values())
                .map(outcome -> new Option(
                        outcome.name(),
                        words.say(outcome),
                        filter.outcome().filter(outcome::equals).isPresent()))
                .toList();
    }
}
