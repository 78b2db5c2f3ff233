package io.larkdesk.core.conversation;

import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds out whom a message mentions: members of the group only, and never its author. */
@Singleton
public final class MentionedMembers {

    private final Members members;
    private final MentionObserver observer;

    /** Takes its collaborators. */
    @Inject
    public MentionedMembers(Members members, MentionObserver observer) {
        this.members = members;
        this.observer = observer;
    }

    /** Tells the observer whom {@code message} mentions; who was told of before is not told of again. */
    void note(Message message, Instant now) {
        message.words().ifPresent(words -> {
            Set<UUID> named = words.body().mentionedPersons();
            if (named.isEmpty()) {
                return;
            }
            Set<PersonId> persons = members.list(message.id().group()).stream()
                    .map(Member::person)
                    .filter(person -> named.contains(person.value()) && !person.equals(words.author()))
                    .collect(Collectors.toSet());
            if (!persons.isEmpty()) {
                observer.mentioned(message.id(), persons, now);
            }
        });
    }
}
