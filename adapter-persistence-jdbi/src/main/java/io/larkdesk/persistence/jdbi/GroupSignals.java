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

    private final SignalsHeard heard;
    private final SignalSender sender;
    private final SignalListener listener;

    private GroupSignals(PostgresConnections.Source connections, SignalsHeard heard) {
        String node = UUID.randomUUID().toString();
        this.heard = heard;
        this.sender = new SignalSender(connections, node);
        this.listener = new SignalListener(connections, node, this::tell, heard::lost);
    }

    /**
     * Begins to send and to listen. The threads connect by themselves, and again whenever a connection breaks.
     *
     * @param dataSource gives connections that are kept; so no pool, unless it can spare two
     * @param heard is told what may be new
     */
    public static GroupSignals over(DataSource dataSource, SignalsHeard heard) {
        return start(PostgresConnections.Source.of(dataSource), heard);
    }

    static GroupSignals start(PostgresConnections.Source connections, SignalsHeard heard) {
        GroupSignals signals = new GroupSignals(connections, heard);
        signals.sender.start();
        signals.listener.start();
        return signals;
    }

    /** Tells the local listener at once, and the other nodes soon. */
    @Override
    public void changed(GroupId group) {
        tell(heard::changed, group);
        sender.send(SignalPayload.word(group));
    }

    @Override
    public void groupsChanged(PersonId person) {
        tell(heard::groupsChanged, person);
        sender.send(SignalPayload.word(person));
    }

    @Override
    public void noted(GroupId ticket) {
        tell(heard::noted, ticket);
        sender.send(SignalPayload.wordOfNoted(ticket));
    }

    /** Whether other nodes are heard just now. */
    public boolean isListening() {
        return listener.isListening();
    }

    /** Ends both threads; what was not sent yet is not sent. */
    @Override
    public void close() {
        sender.close();
        listener.close();
    }

    private void tell(SignalPayload payload) {
        payload.groups().forEach(group -> tell(heard::changed, group));
        payload.people().forEach(person -> tell(heard::groupsChanged, person));
        payload.noted().forEach(ticket -> tell(heard::noted, ticket));
        payload.onboardings().forEach(customer -> tell(heard::onboardingChanged, customer));
    }

    private static <T> void tell(Consumer<T> listener, T subject) {
        try {
            listener.accept(subject);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a listener to changes failed", e);
        }
    }
}
