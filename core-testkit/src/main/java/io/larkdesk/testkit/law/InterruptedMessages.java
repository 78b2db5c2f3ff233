package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.testkit.contract.Together;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Messages as a reader sees them who is never alone: just before each look somebody else may do something, in a transaction of their own. */
final class InterruptedMessages implements Messages {

    private final Messages messages;
    private final Queue<Runnable> meanwhile = new ArrayDeque<>();

    InterruptedMessages(Messages messages) {
        this.messages = messages;
    }

    /** Before the next look at the messages, {@code act} happens; one act before each look. */
    void interrupt(Runnable act) {
        meanwhile.add(act);
    }

    private Messages look() {
        Optional.ofNullable(meanwhile.poll())
                .ifPresent(act -> Together.elsewhere(() -> {
                    act.run();
                    return act;
                }));
        return messages;
    }

    @Override
    public Message append(GroupId group, Instant now, Content content) {
        return messages.append(group, now, content);
    }

    @Override
    public Optional<Message> appendOnce(GroupId group, Instant now, Content.Words words) {
        return messages.appendOnce(group, now, words);
    }

    @Override
    public Message replace(MessageId id, Content content) {
        return messages.replace(id, content);
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return messages.find(id);
    }

    @Override
    public List<Message> listAll(Collection<MessageId> ids) {
        return messages.listAll(ids);
    }

    @Override
    public Optional<Message> findByClientId(GroupId group, PersonId author, ClientId clientId) {
        return messages.findByClientId(group, author, clientId);
    }

    @Override
    public Optional<Message> findLastReply(GroupId group) {
        return look().findLastReply(group);
    }

    @Override
    public Position end(GroupId group) {
        return look().end(group);
    }

    @Override
    public boolean knows(GroupId group, Position position) {
        return look().knows(group, position);
    }

    @Override
    public Map<GroupId, Position> ends(Collection<GroupId> groups) {
        return look().ends(groups);
    }

    @Override
    public List<Message> listBefore(GroupId group, long seqExclusive, int limit) {
        return look().listBefore(group, seqExclusive, limit);
    }

    @Override
    public List<Message> listAfter(GroupId group, long seqExclusive, int limit) {
        return look().listAfter(group, seqExclusive, limit);
    }

    @Override
    public List<Message> listChanged(GroupId group, Position position, int limit) {
        return look().listChanged(group, position, limit);
    }

    @Override
    public List<Message> listLast(Collection<GroupId> groups) {
        return look().listLast(groups);
    }
}
