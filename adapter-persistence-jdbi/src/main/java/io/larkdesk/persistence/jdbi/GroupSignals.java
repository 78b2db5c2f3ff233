package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.ConversationFeed;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Wakes whoever shows a conversation: on this node at once, on the others by PostgreSQL's NOTIFY. A hint that is lost is made good by
 * the poll of the sequence, which is the truth; so nothing here waits for the database, and nothing fails when it is away.
 *
 * <p>Uses two connections and two daemon threads of its own. Signals of a busy node are gathered: at most one statement in
 * {@link #SPACING_MILLIS} ms, with each group and person in it once, because NOTIFY makes commits queue.
 */
public final class GroupSignals implements ConversationFeed, AutoCloseable {

    /** The least time between two statements that this node sends. */
    static final long SPACING_MILLIS = 5;

    private static final System.Logger LOG = System.getLogger(GroupSignals.class.getName());

    private final Consumer<GroupId> changed;
    private final Consumer<PersonId> groupsChanged;
    private final Consumer<GroupId> noted;
    private final SignalSender sender;
    private final SignalListener listener;

    private GroupSignals(
            PostgresConnections.Source connections,
            Consumer<GroupId> changed,
            Consumer<PersonId> groupsChanged,
            Consumer<GroupId> noted,
            Runnable lost) {
        String node = UUID.randomUUID().toString();
        this.changed = changed;
        this.groupsChanged = groupsChanged;
        this.noted = noted;
        this.sender = new SignalSender(connections, node);
        this.listener = new SignalListener(connections, node, this::tell, lost);
    }

    /**
     * Begins to send and to listen. The threads connect by themselves, and again whenever a connection breaks.
     *
     * @param dataSource gives connections that are kept; so no pool, unless it can spare two
     * @param changed is told of each group in which something is new, here or elsewhere; soon done, called by several threads
     * @param groupsChanged is told of each person who came into a group or left one, likewise
     * @param noted is told of each ticket about which the service team noted something, likewise
     * @param lost is told whenever listening has begun, for the first time or again: signals sent before were missed
     */
    public static GroupSignals over(
            DataSource dataSource,
            Consumer<GroupId> changed,
            Consumer<PersonId> groupsChanged,
            Consumer<GroupId> noted,
            Runnable lost) {
        return start(PostgresConnections.Source.of(dataSource), changed, groupsChanged, noted, lost);
    }

    static GroupSignals start(
            PostgresConnections.Source connections,
            Consumer<GroupId> changed,
            Consumer<PersonId> groupsChanged,
            Consumer<GroupId> noted,
            Runnable lost) {
        GroupSignals signals = new GroupSignals(connections, changed, groupsChanged, noted, lost);
        signals.sender.start();
        signals.listener.start();
        return signals;
    }

    /** Tells the local listener at once, and the other nodes soon. */
    @Override
    public void changed(GroupId group) {
        tell(changed, group);
        sender.send(SignalPayload.word(group));
    }

    @Override
    public void groupsChanged(PersonId person) {
        tell(groupsChanged, person);
        sender.send(SignalPayload.word(person));
    }

    @Override
    public void noted(GroupId ticket) {
        tell(noted, ticket);
        sender.send(SignalPayload.wordOfNoted(ticket));
    }

    /** Ends both threads; what was not sent yet is not sent. */
    @Override
    public void close() {
        sender.close();
        listener.close();
    }

    private void tell(SignalPayload payload) {
        payload.groups().forEach(group -> tell(changed, group));
        payload.people().forEach(person -> tell(groupsChanged, person));
        payload.noted().forEach(ticket -> tell(noted, ticket));
    }

    private static <T> void tell(Consumer<T> listener, T subject) {
        try {
            listener.accept(subject);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a listener to changes failed", e);
        }
    }
}
