package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Decision.NotReminded;
import io.larkdesk.core.reminder.Decision.Reason;
import java.util.Optional;

/** One mention of a history, and what the desk decided about it. */
final class Mention {

    private final Key key;
    private final long readFrom;
    private Optional<Decision> decision = Optional.empty();

    /**
     * A mention that nothing is decided about.
     *
     * @param readFrom where the person's cursor must be for it to count as read
     */
    Mention(Key key, long readFrom) {
        this.key = key;
        this.readFrom = readFrom;
    }

    /** Who is mentioned where. */
    record Key(MessageId message, Who who, Where where) {

        @Override
        public String toString() {
            return who + "'s mention in message " + message.seq() + " of " + where;
        }
    }

    Key key() {
        return key;
    }

    long readFrom() {
        return readFrom;
    }

    Optional<Decision> decision() {
        return decision;
    }

    void decide(Decision end) {
        decision = Optional.of(end);
    }

    /** Whether Lark refused to tell of it. */
    boolean hasFailed() {
        return decision.filter(end -> end instanceof NotReminded dropped
                        && (dropped.reason() == Reason.UNREACHABLE || dropped.reason() == Reason.APP_BROKEN))
                .isPresent();
    }

    /** Whether an edit took it out before anybody was told. */
    boolean wasEditedOut() {
        return decision.filter(
                        end -> end instanceof NotReminded dropped && dropped.reason() == Reason.MENTION_EDITED_OUT)
                .isPresent();
    }

    void reopen() {
        decision = Optional.empty();
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
