package io.larkdesk.core.conversation;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Set;

/** Is told of new mentions, inside the transaction in which they are made. */
public interface MentionObserver {

    /**
     * {@code message} now mentions {@code persons}, and did not before.
     *
     * @param message posted or edited
     * @param persons members of the group, never the author, never empty
     * @param now when
     */
    void mentioned(MessageId message, Set<PersonId> persons, Instant now);
}
