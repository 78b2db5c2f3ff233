package io.larkdesk.app.live;

import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.SessionKey;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.TenantScope;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A page that shows a group, or is one of the console, and hears what is new; two pages of one person are two. */
final class OpenPage {

    private final Follower follower;
    private final Outbox outbox = new Outbox();
    private final Serial groups;
    private Set<GroupId> boards = Set.of();

    /**
     * A page that nothing was told yet.
     *
     * @param follow finds out in which groups its person is, and what is unread there
     * @param executor has that done
     */
    OpenPage(Follower follower, Consumer<OpenPage> follow, Executor executor) {
        this.follower = follower;
        this.groups = new Serial(executor, () -> CurrentScope.run(follower.scope(), () -> follow.accept(this)));
    }

    /** The person's groups may be others than the page was told, if it tells of groups; returns at once. */
    void groupsChanged() {
        if (follower.group().isPresent()) {
            groups.wake();
        }
    }

    /** On whose boards the page is; its lock is held. */
    Set<GroupId> boards() {
        return boards;
    }

    /** Notes on whose boards the page is; its lock is held. */
    void boards(Set<GroupId> groups) {
        boards = Set.copyOf(groups);
    }

    /**
     * Who follows, and what.
     *
     * @param person who
     * @param session in which session the page was opened
     * @param language in which the page speaks
     * @param app through which app the person comes
     * @param group what it shows; empty for a page of the console
     * @param isOfTickets whether it shows the group's tickets, not its conversation; without a group, the queue
     * @param position what the page has already; without it, everything up to now
     */
    record Follower(
            PersonId person,
            SessionKey session,
            Language language,
            AppId app,
            Optional<GroupId> group,
            boolean isOfTickets,
            Optional<Position> position) {

        Follower {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(session, "session");
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(app, "app");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(position, "position");
        }

        /** In what the page finds out in which groups its person is; one of the service team may be in those of any tenant. */
        TenantScope scope() {
            return group.filter(shown -> Side.of(person, shown) == Side.CUSTOMER)
                    .<TenantScope>map(shown -> new TenantScope.One(shown.tenant()))
                    .orElseGet(TenantScope.Everybody::new);
        }
    }

    Follower follower() {
        return follower;
    }

    Outbox outbox() {
        return outbox;
    }
}
