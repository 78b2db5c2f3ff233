package io.larkdesk.app.page;

import io.larkdesk.core.conversation.MessageBody;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Words that are not in the conversation yet: what a composer holds.
 *
 * @param body as a form sends it, with {@code <@UUID>} for mentioned persons
 * @param names of the persons mentioned in it
 * @param problem why it was refused, if it was
 */
public record Draft(String body, Map<UUID, String> names, Optional<MessageBody.Problem> problem) {

    /** Nothing written. */
    public static final Draft EMPTY = new Draft("", Map.of(), Optional.empty());

    /** Copies the names. */
    public Draft {
        Objects.requireNonNull(body, "body");
        names = Map.copyOf(names);
        Objects.requireNonNull(problem, "problem");
    }

    /** Begins with a call of {@code person}. */
    public static Draft to(PersonView person) {
        return new Draft("<@" + person.id() + "> ", Map.of(person.id(), person.name()), Optional.empty());
    }
}
