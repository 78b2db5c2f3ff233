package io.larkdesk.core.fence;

import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells whether a page shows what there is no more: messages that were posted after a backup was made, which was restored then. */
@Singleton
public final class OutdatedPositions {

    private final Fences fences;
    private final Messages messages;

    /** Takes its collaborators. */
    @Inject
    public OutdatedPositions(Fences fences, Messages messages) {
        this.fences = fences;
        this.messages = messages;
    }

    /** Whether a reader at {@code position} of {@code group} has to begin anew. */
    public boolean include(GroupId group, Position position) {
        Optional<Position> end =
                Optional.ofNullable(messages.ends(List.of(group)).get(group));
        return end.filter(last -> isOutdated(position, last, fences.get().floor()))
                .isPresent();
    }

    private static boolean isOutdated(Position position, Position end, long floor) {
        return position.revision() > end.revision() || (position.revision() <= floor && end.revision() > floor);
    }
}
