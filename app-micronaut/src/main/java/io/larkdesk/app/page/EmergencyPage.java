package io.larkdesk.app.page;

import io.larkdesk.core.escalation.Emergency;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a customer declares an Emergency.
 *
 * @param in what stands around it
 * @param path the address of the form
 * @param clientId of this declaration, the same for each try
 * @param minutes how long the first level has to acknowledge
 * @param entered what was chosen and written
 * @param problem the field that is wrong, and the end of the key of the text that says why
 */
public record EmergencyPage(
        GroupDialog in,
        String path,
        String clientId,
        long minutes,
        Entered entered,
        Optional<TicketPanel.Problem> problem) {

    /** Refuses null. */
    public EmergencyPage {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(clientId, "clientId");
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

    /** What is wrong in {@code field}, in words. */
    public Optional<String> problem(String field) {
        return problem.filter(wrong -> wrong.field().equals(field))
                .map(wrong -> in.viewer().texts().say("emergency.problem." + wrong.key()));
    }
}
