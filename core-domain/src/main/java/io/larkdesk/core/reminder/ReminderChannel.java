package io.larkdesk.core.reminder;

import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;

/** Delivers MessageReminders to people; Lark's bot in the service, anything in an embedding program. Never called in a transaction. Thread-safe. */
public interface ReminderChannel {

    /**
     * Delivers {@code reminder}, or finds out that it can't. The same reminder delivered again must reach the person once.
     *
     * @param tenant the recipient's tenant, whose bot speaks and whose budget pays
     * @param reminder what to say
     * @param within when this much time has passed nothing may arrive any more; an attempt that did not even begin may say
     *     {@link Deferred}
     */
    Delivery deliver(Tenant tenant, MessageReminder reminder, Duration within);

    /** How one attempt ended. */
    sealed interface Delivery {}

    /**
     * It arrived.
     *
     * @param receipt the channel's own id of what it delivered; Lark's message_id
     */
    record Delivered(String receipt) implements Delivery {}

    /**
     * It did not arrive and never will.
     *
     * @param reason the Decision for the mentions that it covers
     * @param detail for the operator's log; no content of users, no secret
     */
    record Refused(Decision.Reason reason, String detail) implements Delivery {}

    /**
     * It did not arrive, but may be tried anew.
     *
     * @param pause how long to wait at least
     * @param detail for the operator's log; no content of users, no secret
     */
    record Deferred(Duration pause, String detail) implements Delivery {}

    /**
     * Nobody knows whether it arrived: no answer in time, connection lost, or an error inside the channel.
     *
     * @param detail for the operator's log; no content of users, no secret
     */
    record Unknown(String detail) implements Delivery {}
}
