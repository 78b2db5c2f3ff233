package io.larkdesk.app.console.reminders;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Section;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The log of reminders.
 *
 * @param frame around it
 * @param filter which mentions
 * @param rows the mentions
 * @param next the address of what comes after them
 * @param choices what can be chosen to see fewer
 * @param told the end of the key of what came of a form, if one was sent
 */
public record RemindersPage(
        ConsoleFrame frame,
        LogFilter filter,
        List<LogRow> rows,
        Optional<String> next,
        Choices choices,
        Optional<String> told) {

    /**
     * What can be chosen.
     *
     * @param tenants the customers
     * @param people those whose mentions there may be
     * @param outcomes what can become of a mention
     */
    public record Choices(List<Option> tenants, List<Option> people, List<Option> outcomes) {

        /** Copies the lists. */
        public Choices {
            tenants = List.copyOf(tenants);
            people = List.copyOf(people);
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * Something to choose.
     *
     * @param value in the address
     * @param label to read
     * @param chosen whether it is
     */
    public record Option(String value, String label, boolean chosen) {

        /** Refuses null. */
        public Option {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(label, "label");
        }
    }

    /** Copies the list. */
    public RemindersPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(filter, "filter");
        rows = List.copyOf(rows);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(choices, "choices");
        Objects.requireNonNull(told, "told");
    }

    /** Where the form goes that has a reminder sent again; it comes back to what is shown now. */
    public String again() {
        return Section.REMINDERS.path() + "/again" + filter.asked();
    }

    /** The number of the ticket whose mentions are shown alone. */
    public String ticket() {
        return filter.ticket().map(Object::toString).orElse("");
    }
}
