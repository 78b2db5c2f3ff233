package io.larkdesk.app.chat;

import io.larkdesk.app.page.TicketPanel.Problem;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.Rating;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a form wants changed about a ticket. */
final class Changes {

    private static final List<String> FIELDS = List.of("resolution", "severity", "person", "stars", "word");

    private Changes() {}

    /**
     * What was read.
     *
     * @param change what is wanted; empty if something is wrong
     * @param problem what is wrong, if anything is
     */
    record Wanted(Optional<Change> change, Optional<Problem> problem) {

        static Wanted change(Change change) {
            return new Wanted(Optional.of(change), Optional.empty());
        }

        static Wanted problem(String field, String key) {
            return new Wanted(Optional.empty(), Optional.of(new Problem(field, key)));
        }
    }

    /** What the form that is sent to {@code name} wants; empty if there is no such change. */
    static Optional<Wanted> read(String name, Form form, TenantId staff) {
        return switch (name) {
            case "start" -> Optional.of(Wanted.change(new Change.Start()));
            case "await-customer" -> Optional.of(Wanted.change(new Change.AwaitCustomer()));
            case "resume" -> Optional.of(Wanted.change(new Change.Resume()));
            case "confirm" -> Optional.of(Wanted.change(new Change.Confirm()));
            case "reopen" -> Optional.of(Wanted.change(new Change.Reopen()));
            case "resolve" -> Optional.of(resolve(form));
            case "rate" -> Optional.of(rate(form));
            case "severity" -> Optional.of(weigh(form));
            case "reassign" -> Optional.of(reassign(form, staff));
            default -> Optional.empty();
        };
    }

    /** What stands in the form's own fields, so that nothing typed is lost. */
    static Map<String, String> entered(Form form) {
        Map<String, String> entered = new HashMap<>();
        FIELDS.forEach(field -> form.text(field).ifPresent(text -> entered.put(field, text)));
        return entered;
    }

    private static Wanted resolve(Form form) {
        String text = form.text("resolution").orElse("");
        return Resolution.problemWith(text)
                .map(problem -> Wanted.problem("resolution", "resolution." + problem.name()))
                .orElseGet(() -> Wanted.change(new Change.Resolve(Resolution.parse(text))));
    }

    private static Wanted rate(Form form) {
        String word = form.text("word").orElse("");
        Optional<Integer> stars =
                form.number("stars").map(number -> (int) Math.min(number, 9)).filter(Rating::isStars);
        if (stars.isEmpty()) {
            return Wanted.problem("stars", "stars");
        }
        return Rating.problemWith(word)
                .map(problem -> Wanted.problem("word", "word." + problem.name()))
                .orElseGet(() -> Wanted.change(new Change.Rate(Rating.of(stars.get(), word))));
    }

    private static Wanted weigh(Form form) {
        return severity(form)
                .map(severity -> Wanted.change(new Change.ChangeSeverity(severity)))
                .orElseGet(() -> Wanted.problem("severity", "severity"));
    }

    /** The severity in the field of that name. */
    static Optional<Severity> severity(Form form) {
        return form.constant("severity", Severity.class);
    }

    private static Wanted reassign(Form form, TenantId staff) {
        return form.id("person")
                .map(value -> Wanted.change(new Change.Reassign(new PersonId(staff, value))))
                .orElseGet(() -> Wanted.problem("person", "person"));
    }
}
