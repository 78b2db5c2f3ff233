package io.larkdesk.testkit;

import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Presences;
import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.ServiceGroups;
import io.larkdesk.core.invite.Invites;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Sessions;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stores whose transactions tell another time than their database; all else is theirs. Right only for stores that take every instant
 * from their callers, as the core's interfaces have it, and none from the database's clock.
 */
public final class TimedStores implements Stores {

    private final Stores stores;
    private final Timed transactions;

    /**
     * Puts {@code clock} in the place of the database's.
     *
     * @param stores whose transactions are told another time
     * @param clock the time that they tell
     */
    public TimedStores(Stores stores, Clock clock) {
        this.stores = stores;
        this.transactions = new Timed(stores.transactions(), clock);
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public Tenants tenants() {
        return stores.tenants();
    }

    @Override
    public People people() {
        return stores.people();
    }

    @Override
    public Sessions sessions() {
        return stores.sessions();
    }

    @Override
    public ServiceGroups serviceGroups() {
        return stores.serviceGroups();
    }

    @Override
    public Members members() {
        return stores.members();
    }

    @Override
    public Invites invites() {
        return stores.invites();
    }

    @Override
    public Messages messages() {
        return stores.messages();
    }

    @Override
    public Attachments attachments() {
        return stores.attachments();
    }

    @Override
    public ReadCursors readCursors() {
        return stores.readCursors();
    }

    @Override
    public Presences presences() {
        return stores.presences();
    }

    @Override
    public Mentions mentions() {
        return stores.mentions();
    }

    @Override
    public Permits permits() {
        return stores.permits();
    }

    @Override
    public CallBudgets callBudgets() {
        return stores.callBudgets();
    }

    private static final class Timed implements Transactions {

        private final Transactions transactions;
        private final Clock clock;
        private final ThreadLocal<Optional<Instant>> began = ThreadLocal.withInitial(Optional::empty);

        Timed(Transactions transactions, Clock clock) {
            this.transactions = transactions;
            this.clock = clock;
        }

        @Override
        public <T> T inTransaction(Function<Instant, T> work) {
            Optional<Instant> outer = began.get();
            if (outer.isPresent()) {
                return transactions.inTransaction(ignored -> work.apply(outer.get()));
            }
            return transactions.inTransaction(ignored -> begin(work));
        }

        private <T> T begin(Function<Instant, T> work) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            began.set(Optional.of(now));
            try {
                return work.apply(now);
            } finally {
                began.remove();
            }
        }

        @Override
        public void afterCommit(Runnable work) {
            transactions.afterCommit(work);
        }
    }
}
