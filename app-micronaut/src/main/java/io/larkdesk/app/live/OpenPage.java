package io.larkdesk.app.live;

import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.SessionKey;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A page that shows a group and hears what is new; two pages of one person are two. */
final class OpenPage {

    private final Follower follower;
    private final Outbox outbox = new Outbox();

    OpenPage(Follower follower) {
        this.follower = follower;
    }

    /**
     * Who follows, and what.
     *
     * @param person who
     * @param session in which session the page was opened
     * @param language in which the page speaks
     * @param group what it shows
     * @param position what the page has already; without it, everything up to now
     * @param groups the person's groups, this one too
     */
    record Follower(
            PersonId person,
            SessionKey session,
            Language language,
            GroupId group,
            Optional<Position> position,
            Set<GroupId> groups) {

        Follower {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(session, "session");
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(position, "position");
            groups = Set.copyOf(groups);
        }
    }

    Follower follower() {
        return follower;
    }

    Outbox outbox() {
        return outbox;
    }
}
