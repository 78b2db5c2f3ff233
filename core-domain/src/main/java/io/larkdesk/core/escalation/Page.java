package io.larkdesk.core.escalation;

import io.larkdesk.core.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An urgent message to one person about an Emergency, on its way out or sent. Not held back by the ReminderPolicy.
 *
 * @param id the same over all attempts
 * @param emergency what it is about
 * @param about which of the messages about it; a person gets each once
 * @param person to whom
 * @param state how far it has come
 */
public record Page(PageId id, EmergencyId emergency, About about, PersonId person, State state) {

    /** Refuses null. */
    public Page {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(emergency, "emergency");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(state, "state");
    }

    /** What a page says. */
    public enum Kind {
        /** Acknowledge: a level is paged. */
        ALERT,
        /** Confirm: it was handed over to you. */
        HANDED_OVER,
        /** To who started it: somebody works on it. */
        NEWS_ACKNOWLEDGED,
        /** To who started it: it is over. */
        NEWS_ENDED,
        /** To a TAM: the same person has started many today. */
        MANY_IN_A_DAY;

        /** Whether its card shows how the Emergency stands, and is changed with it. */
        public boolean isLive() {
            return this == ALERT || this == HANDED_OVER;
        }
    }

    /**
     * Which of the messages about an Emergency.
     *
     * @param kind what it says
     * @param number of an alert the number of the step; of other kinds the Emergency's version
     * @param level of an alert the level that is paged, from 1; otherwise 0
     */
    public record About(Kind kind, long number, int level) {

        /** Refuses null. */
        public About {
            Objects.requireNonNull(kind, "kind");
        }
    }

    /** How far a page has come. */
    public sealed interface State {

        /** When something has to be done about it; empty if nothing has. */
        Optional<Instant> due();
    }

    /**
     * It was not sent yet.
     *
     * @param dueAt when it is to be sent
     */
    public record Waiting(Instant dueAt) implements State {

        /** Refuses null. */
        public Waiting {
            Objects.requireNonNull(dueAt, "dueAt");
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(dueAt);
        }
    }

    /**
     * An attempt is under way, or its outcome is not known.
     *
     * @param attempt 1 for the first
     * @param firstAt when the first attempt began
     * @param deadline when anybody may try again
     */
    public record Sending(int attempt, Instant firstAt, Instant deadline) implements State {

        /** Refuses null, and an attempt before the first. */
        public Sending {
            Objects.requireNonNull(firstAt, "firstAt");
            Objects.requireNonNull(deadline, "deadline");
            if (attempt < 1) {
                throw new IllegalArgumentException("attempt is before the first: " + attempt);
            }
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(deadline);
        }
    }

    /**
     * It arrived.
     *
     * @param receipt the channel's own id of it; Lark's message_id
     * @param at when that was known
     * @param update if what it shows is to be changed
     */
    public record Sent(String receipt, Instant at, Optional<Update> update) implements State {

        /** Refuses null. */
        public Sent {
            Objects.requireNonNull(receipt, "receipt");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(update, "update");
        }

        @Override
        public Optional<Instant> due() {
            return update.map(Update::dueAt);
        }
    }

    /**
     * That what was sent is to be changed.
     *
     * @param tries how often that was tried
     * @param dueAt when it is to be tried next
     */
    public record Update(int tries, Instant dueAt) {

        /** Refuses null. */
        public Update {
            Objects.requireNonNull(dueAt, "dueAt");
        }
    }

    /**
     * It did not arrive, as far as anybody knows, and is not sent any more.
     *
     * @param end why
     * @param at since when
     */
    public record Over(End end, Instant at) implements State {

        /** Refuses null. */
        public Over {
            Objects.requireNonNull(end, "end");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Optional<Instant> due() {
            return Optional.empty();
        }
    }

    /** Why a page is not sent any more. */
    public enum End {
        /** Lark cannot reach the person. */
        UNREACHABLE,
        /** The budget of Lark calls does not allow it, the reserve included. */
        OUT_OF_BUDGET,
        /** The Lark app does not work. */
        APP_BROKEN,
        /** The recipient's tenant is not in service. */
        TENANT_SUSPENDED,
        /** Nobody knows whether one of the attempts arrived. */
        UNCONFIRMED,
        /** Before it could be sent, it was not needed any more. */
        NOT_NEEDED,
        /** A backup was restored that has the page, and an administrator decided that it is not sent any more. */
        EXPIRED
    }

    static Page of(PageId id, EmergencyId emergency, About about, PersonId person, Instant now) {
        return new Page(id, emergency, about, person, new Waiting(now));
    }

    /** Whether it may still wake somebody, or may have. */
    boolean mayArrive() {
        return !(state instanceof Over over) || over.end() == End.UNCONFIRMED;
    }

    Page in(State next) {
        return new Page(id, emergency, about, person, next);
    }

    /** With what it shows to be changed at {@code now}; the same if it was not sent. */
    Page outdated(Instant now) {
        return state instanceof Sent sent
                ? in(new Sent(sent.receipt(), sent.at(), Optional.of(new Update(0, now))))
                : this;
    }

    /** The same, not sent any more; an attempt that was under way may have arrived. */
    Page expired(Instant now) {
        if (state instanceof Sent sent) {
            return in(new Sent(sent.receipt(), sent.at(), Optional.empty()));
        }
        return state.due().isEmpty()
                ? this
                : in(new Over(state instanceof Sending ? End.UNCONFIRMED : End.EXPIRED, now));
    }

    /** Whether it stands as it did when {@code claimed} was taken, but for the database's clock, which may have been set back since. */
    boolean isStill(Page claimed) {
        return equals(claimed)
                || (state instanceof Sending now
                        && claimed.state instanceof Sending then
                        && now.attempt() == then.attempt()
                        && now.firstAt().equals(Instant.EPOCH));
    }

    /** The same after the database's clock was set back: nothing takes longer than {@code attemptWithin} from now. */
    Page clampedTo(Instant now, Duration attemptWithin) {
        Instant latest = now.plus(attemptWithin);
        if (state.due().filter(due -> due.isAfter(latest)).isEmpty()) {
            return this;
        }
        if (state instanceof Sending sending) {
            // nobody can tell any more how long ago the first attempt was
            return in(new Sending(sending.attempt(), Instant.EPOCH, latest));
        }
        return state instanceof Sent sent
                ? in(new Sent(
                        sent.receipt(), sent.at(), sent.update().map(update -> new Update(update.tries(), latest))))
                : in(new Waiting(latest));
    }
}
