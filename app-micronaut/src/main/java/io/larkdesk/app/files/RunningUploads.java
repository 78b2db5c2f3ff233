package io.larkdesk.app.files;

import io.larkdesk.core.person.PersonId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps one person's slow uploads from holding all connections and threads of this node. Thread-safe. */
@Singleton
final class RunningUploads {

    /** How many forms with files are taken of one person at once. */
    static final int MOST = 4;

    /** When whoever has that many may try again. */
    static final Duration LATER = Duration.ofSeconds(5);

    private final Map<PersonId, Integer> running = new ConcurrentHashMap<>();

    /** Held while a form is read. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /** A place for one form of {@code person}, to be closed when it is read; empty if the person has as many as may be. */
    Optional<Place> enter(PersonId person) {
        boolean[] entered = {false};
        running.compute(person, (id, before) -> {
            int count = before == null ? 0 : before;
            entered[0] = count < MOST;
            return entered[0] ? Integer.valueOf(count + 1) : before;
        });
        return entered[0] ? Optional.of(() -> leave(person)) : Optional.empty();
    }

    private void leave(PersonId person) {
        running.compute(person, (id, before) -> before == null || before == 1 ? null : before - 1);
    }

    /** Whether nobody has a place. */
    boolean isIdle() {
        return running.isEmpty();
    }
}
