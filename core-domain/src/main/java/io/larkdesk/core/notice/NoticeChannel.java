package io.larkdesk.core.notice;

import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;

/** Brings notices to people; Lark's bot in the service, anything in an embedding program. Never called in a transaction. Thread-safe. */
public interface NoticeChannel {

    /**
     * Sends the notice, or finds out that it can't. The same notice sent again must reach the person once.
     *
     * @param tenant the recipient's, whose bot speaks and whose budget pays; never from the reserve
     * @param message what to say
     * @param within when this much time has passed nothing may arrive any more
     */
    Outcome send(Tenant tenant, NoticeMessage message, Duration within);

    /** How one attempt ended. */
    sealed interface Outcome {}

    /**
     * It arrived.
     *
     * @param receipt the channel's own id of it; Lark's message_id
     */
    record Delivered(String receipt) implements Outcome {}

    /**
     * It did not arrive and never will.
     *
     * @param detail for the operator's log; no content of users, no secret
     */
    record Refused(String detail) implements Outcome {}

    /**
     * It did not arrive, but may be tried anew.
     *
     * @param pause how long to wait at least
     * @param detail for the operator's log; no content of users, no secret
     */
    record Deferred(Duration pause, String detail) implements Outcome {}

    /**
     * Nobody knows whether it arrived.
     *
     * @param detail for the operator's log; no content of users, no secret
     */
    record Unknown(String detail) implements Outcome {}
}
