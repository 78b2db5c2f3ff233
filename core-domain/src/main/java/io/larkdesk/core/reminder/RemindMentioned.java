package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.MentionObserver;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Stores the intent to remind, in the transaction of the mention itself, so that no mention is lost. */
@Singleton
public final class RemindMentioned implements MentionObserver {

    private final Mentions mentions;
    private final Permits permits;
    private final ReminderPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public RemindMentioned(Mentions mentions, Permits permits, ReminderPolicy policy) {
        this.mentions = mentions;
        this.permits = permits;
        this.policy = policy;
    }

    @Override
    public void mentioned(MessageId message, Set<PersonId> persons, Instant now) {
        Collection<PersonId> added = mentions.add(message, persons, now);
        if (!added.isEmpty()) {
            permits.wake(new TreeSet<>(added), now.plus(policy.grace()), now);
        }
    }
}
