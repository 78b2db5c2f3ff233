package io.larkdesk.app.console.audit;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Section;
import io.larkdesk.core.audit.AuditAction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The audit log.
 *
 * @param frame around it
 * @param filter which entries
 * @param rows the entries
 * @param next the address of what comes after them
 * @param books whose books may be read
 * @param actors who can have done something
 * @param told what was found by checking
 */
public record AuditPage(
        ConsoleFrame frame,
        AuditFilter filter,
        List<AuditRow> rows,
        Optional<String> next,
        List<Option> books,
        List<Option> actors,
        Optional<Told> told) {

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

    /**
     * What was found.
     *
     * @param text in words
     * @param hash of the last entry
     * @param right whether all entries are as they were written
     */
    public record Told(String text, String hash, boolean right) {

        /** Refuses null. */
        public Told {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(hash, "hash");
        }
    }

    /** Copies the lists. */
    public AuditPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(filter, "filter");
        rows = List.copyOf(rows);
        Objects.requireNonNull(next, "next");
        books = List.copyOf(books);
        actors = List.copyOf(actors);
        Objects.requireNonNull(told, "told");
    }

    /** All that can have been done. */
    public List<Option> actions() {
        return List.of(AuditAction.values()).stream()
                .map(action -> new Option(
                        action.name(),
                        frame.viewer().texts().say("audit.action." + action),
                        filter.action().filter(action::equals).isPresent()))
                .toList();
    }

    /** The address of something below the page. */
    public String path(String tail) {
        return Section.AUDIT.path() + "/" + tail;
    }

    /** The address of the file for spreadsheets. */
    public String csv() {
        return path("audit.csv") + filter.fromTheStart().asked();
    }
}
