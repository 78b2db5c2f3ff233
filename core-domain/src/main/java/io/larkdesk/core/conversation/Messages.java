package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of all groups, each group's in one sequence without gap or duplicate, in the order of commits: whoever has read up
 * to {@code n} will never see a message appear at or before {@code n}. Methods join the running transaction, or are one of their
 * own. Thread-safe.
 */
public interface Messages {

    /**
     * Puts {@code content} at the next place of the group's sequence, and counts one change. Others who append to the group wait
     * until this transaction ends.
     *
     * @throws io.larkdesk.core.shared.ConflictException if the same author posted with the same client id
     * @throws java.util.NoSuchElementException if there is no such group
     */
    Message append(GroupId group, Instant now, Content content);

    /**
     * Does as {@link #append} does, unless the author posted in the group with the same client id before: then it changes nothing.
     *
     * @return the new message; empty if there is one with that client id, also if it was taken back since, or no such group
     * @throws io.larkdesk.core.shared.ConflictException if the same author posts with the same client id at the same time
     */
    Optional<Message> appendOnce(GroupId group, Instant now, Content.Words words);

    /**
     * Replaces words that stand at a place, and counts one change. Others who change the group wait until this transaction ends.
     *
     * @throws java.util.NoSuchElementException if there is no such message
     * @throws io.larkdesk.core.shared.ConflictException if there are no words any more, since somebody took them back meanwhile
     */
    Message replace(MessageId id, Content content);

    /** The message at this place. */
    Optional<Message> find(MessageId id);

    /** The messages at those of {@code ids} where there is one, in any order; one look at all of them. */
    List<Message> listAll(Collection<MessageId> ids);

    /** What {@code author} posted in the group with this client id, also if it was taken back since. */
    Optional<Message> findByClientId(GroupId group, PersonId author, ClientId clientId);

    /** Where somebody is who has seen everything. */
    Position end(GroupId group);

    /**
     * Whether whoever is at {@code position} was shown nothing but what is there, in this or an earlier state. It is not known where the database
     * lacks what was last, because a backup was restored or a server took over that had not been told of it; what is there in its place now, that
     * reader would miss. True if there is no such group.
     */
    boolean knows(GroupId group, Position position);

    /** Where somebody is who has seen everything, for each of {@code groups} that exists; one look at all of them. */
    Map<GroupId, Position> ends(Collection<GroupId> groups);

    /** The last message of each of {@code groups} that has any, in any order; one look at all of them. */
    List<Message> listLast(Collection<GroupId> groups);

    /**
     * The last words that somebody of the service team said in the group and has not taken back; takes no longer the more is said there.
     */
    Optional<Message> findLastReply(GroupId group);

    /** At most {@code limit} messages before place {@code seqExclusive}: the last of them, in order. */
    List<Message> listBefore(GroupId group, long seqExclusive, int limit);

    /** At most {@code limit} messages after place {@code seqExclusive}: the first of them, in order. */
    List<Message> listAfter(GroupId group, long seqExclusive, int limit);

    /**
     * At most {@code limit} messages that a reader at {@code position} has seen, but not as they are now: those at or before its
     * place whose revision is later than its revision; the first of them, by revision.
     */
    List<Message> listChanged(GroupId group, Position position, int limit);
}
