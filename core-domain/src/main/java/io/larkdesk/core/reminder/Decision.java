package io.larkdesk.core.reminder;

import java.time.Instant;
import java.util.Objects;

/** The one recorded end of a mention: answers "why was I (not) reminded?". */
public sealed interface Decision {

    /** When it was made, by the database's clock. */
    Instant at();

    /**
     * A reminder covered the mention.
     *
     * @param reminder which one
     * @param confirmed whether Lark acknowledged it; if not, its outcome stayed unknown and counts as delivered
     * @param at when that was known
     */
    record Reminded(ReminderId reminder, boolean confirmed, Instant at) implements Decision {

        /** Refuses null. */
        public Reminded {
            Objects.requireNonNull(reminder, "reminder");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * No reminder was sent for it.
     *
     * @param reason why not
     * @param at when that was decided
     */
    record NotReminded(Reason reason, Instant at) implements Decision {

        /** Refuses null. */
        public NotReminded {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(at, "at");
        }
    }

    /** Why a mention is not reminded of. */
    enum Reason {
        /** The person read it before a reminder was due. */
        READ_IN_TIME,
        /** The person is not in the group any more. */
        LEFT_GROUP,
        /** The message was taken back. */
        MESSAGE_DELETED,
        /** An edit took the mention out. */
        MENTION_EDITED_OUT,
        /** The tenant's budget of Lark calls does not allow it. */
        OUT_OF_BUDGET,
        /** Lark cannot reach the person: outside the app's availability, resigned, or told the bot to stop. */
        UNREACHABLE,
        /** The tenant's Lark app does not work: wrong credentials, switched off, bot or scope missing. */
        APP_BROKEN,
        /** The tenant is not in service. */
        TENANT_SUSPENDED,
        /** A backup was restored that has the mention, and an administrator decided that nobody is told of it any more. */
        EXPIRED;

        /** Whether Lark refused: nothing arrived, though somebody was to be reminded. */
        public boolean isFailure() {
            return this == UNREACHABLE || this == APP_BROKEN;
        }
    }
}
