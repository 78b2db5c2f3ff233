package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Writes down on a ticket's Timeline what happens to it, in the transaction in which it happens. */
@Singleton
public final class KeepTimeline {

    private final Transactions transactions;
    private final Timelines timelines;

    /** Takes its collaborators. */
    @Inject
    public KeepTimeline(Transactions transactions, Timelines timelines) {
        this.transactions = transactions;
        this.timelines = timelines;
    }

    /**
     * What happened.
     *
     * @param kind what
     * @param by who did it; empty if the desk did by itself
     * @param about whom it is about, if anybody
     * @param words said of it, perhaps none; at most 1,000 characters
     */
    public record Happened(TimelineEntry.Kind kind, Optional<PersonId> by, Optional<PersonId> about, String words) {

        /** Refuses null. */
        public Happened {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(words, "words");
        }
    }

    /** Appends what happened; who asks has seen to it that there is such a ticket, and that it may happen. */
    public TimelineEntry execute(GroupId ticket, Happened happened) {
        return transactions.inTransaction(now -> {
            TimelineEnd end = timelines.lockEnd(ticket);
            TimelineEntry draft = new TimelineEntry(
                    ticket,
                    end.place() + 1,
                    now,
                    happened.kind(),
                    happened.by(),
                    happened.about(),
                    happened.words(),
                    ChainHash.START);
            TimelineEntry entry = new TimelineEntry(
                    draft.ticket(),
                    draft.place(),
                    draft.at(),
                    draft.kind(),
                    draft.by(),
                    draft.about(),
                    draft.words(),
                    TimelineChain.hash(end.hash(), draft));
            timelines.append(entry);
            return entry;
        });
    }
}
