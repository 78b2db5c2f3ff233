package io.larkdesk.app.page;

import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.ForeseePages.Foreseen;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a customer declares an Emergency.
 *
 * @param in what stands around it
 * @param path the address of the form
 * @param clientId of this declaration, the same for each try
 * @param next who will be paged
 * @param entered what was chosen and written
 * @param problem the field that is wrong, and the end of the key of the text that says why
 */
public record EmergencyPage(
        GroupDialog in,
        String path,
        String clientId,
        Foreseen next,
        Entered entered,
        Optional<TicketPanel.Problem> problem) {

    /** Refuses null. */
    public EmergencyPage {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(entered, "entered");
        Objects.requireNonNull(problem, "problem");
    }

    /**
     * What stands in the form.
     *
     * @param reason what is wrong; nothing is chosen beforehand
     * @param impact what is affected, as typed
     */
    public record Entered(Optional<Emergency.Reason> reason, String impact) {

        /** An empty form. */
        public static final Entered NOTHING = new Entered(Optional.empty(), "");
    }

    /** Who is paged at once. */
    public String now() {
        Texts texts = in.viewer().texts();
        if (next.people().isEmpty()) {
            return texts.say("emergency.next.nobody");
        }
        String names = next.people().stream()
                .map(person -> person.name().value())
                .collect(Collectors.joining(texts.say("invites.and")));
        return texts.say(next.isOnDuty() ? "emergency.next.now" : "emergency.next.instead", "names", names);
    }

    /** Who is paged afterwards, and when; empty if nobody is. */
    public Optional<String> then() {
        if (next.people().isEmpty()) {
            return Optional.empty();
        }
        Texts texts = in.viewer().texts();
        int rounds = next.rounds().orElse(0);
        String others = next.later().stream()
                .map(level -> texts.say("emergency.who." + level))
                .reduce((before, after) -> texts.say("emergency.next.list", Map.of("before", before, "after", after)))
                .orElse("");
        String key = !others.isEmpty() ? "then" : rounds == 1 ? "once" : "again";
        return Optional.of(texts.say(
                "emergency.next." + key,
                Map.of("minutes", next.within().toMinutes(), "others", others, "rounds", rounds)));
    }

    /** What is wrong in {@code field}, in words. */
    public Optional<String> problem(String field) {
        return problem.filter(wrong -> wrong.field().equals(field))
                .map(wrong -> in.viewer().texts().say("emergency.problem." + wrong.key()));
    }
}
