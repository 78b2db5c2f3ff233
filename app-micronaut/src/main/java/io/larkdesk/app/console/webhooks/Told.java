package io.larkdesk.app.console.webhooks;

import io.larkdesk.core.webhook.EventType;
import io.larkdesk.core.webhook.SigningSecret;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a form.
 *
 * @param secret the one that was made just now, which is shown this once
 * @param done the end of the key of what was done else, if something was
 * @param problem the field that is wrong, or what stands in the way
 * @param url the address that was entered
 * @param types the types that were ticked
 */
public record Told(
        Optional<SigningSecret> secret,
        Optional<String> done,
        Optional<String> problem,
        String url,
        Set<EventType> types) {

    static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), Optional.empty(), "", Set.of());

    /** Copies the set. */
    public Told {
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(done, "done");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(url, "url");
        types = Set.copyOf(types);
    }

    static Told secret(SigningSecret secret) {
        return new Told(Optional.of(secret), Optional.empty(), Optional.empty(), "", Set.of());
    }

    static Told done(String what) {
        return new Told(Optional.empty(), Optional.of(what), Optional.empty(), "", Set.of());
    }

    static Told wrong(String problem, String url, Set<EventType> types) {
        return new Told(Optional.empty(), Optional.empty(), Optional.of(problem), url, types);
    }

    /** Whether what is wrong is in {@code field}. */
    public boolean isWrong(String field) {
        return problem.filter(field::equals).isPresent();
    }
}
