package io.larkdesk.app.console.api;

import io.larkdesk.core.token.IssueToken.Issued;
import io.larkdesk.core.token.TokenScope;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a form.
 *
 * @param issued the token that was made just now, whose secret is shown this once
 * @param done the end of the key of what was done else, if something was
 * @param problem the field that is wrong, or what stands in the way
 * @param entered what was entered
 */
public record Told(Optional<Issued> issued, Optional<String> done, Optional<String> problem, Entered entered) {

    static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), Optional.empty(), Entered.NOTHING);

    /** Refuses null. */
    public Told {
        Objects.requireNonNull(issued, "issued");
        Objects.requireNonNull(done, "done");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(entered, "entered");
    }

    /**
     * What was entered.
     *
     * @param label the name
     * @param scopes the scopes that were ticked
     * @param days how long it is to last, if that was chosen
     */
    public record Entered(String label, Set<TokenScope> scopes, Optional<Integer> days) {

        static final Entered NOTHING = new Entered("", Set.of(), Optional.empty());

        /** Copies the set. */
        public Entered {
            Objects.requireNonNull(label, "label");
            scopes = Set.copyOf(scopes);
            Objects.requireNonNull(days, "days");
        }
    }

    static Told issued(Issued issued) {
        return new Told(Optional.of(issued), Optional.empty(), Optional.empty(), Entered.NOTHING);
    }

    static Told done(String what) {
        return new Told(Optional.empty(), Optional.of(what), Optional.empty(), Entered.NOTHING);
    }

    static Told wrong(String problem, Entered entered) {
        return new Told(Optional.empty(), Optional.empty(), Optional.of(problem), entered);
    }

    /** Whether what is wrong is in {@code field}. */
    public boolean isWrong(String field) {
        return problem.filter(field::equals).isPresent();
    }
}
