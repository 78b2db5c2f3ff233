package io.larkdesk.testkit.law;

import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.invite.InvitePolicy;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.ticket.TicketPolicy;

/**
 * Under which rules a history takes place.
 *
 * @param nodes how many nodes there are
 * @param reminders when people are reminded
 * @param budget how the allowance is made to last
 * @param allowance each tenant's counted calls of a month
 * @param invites how long links last
 * @param tickets when tickets close, and how long they can be opened again
 * @param attachments how large files may be
 */
record Setting(
        int nodes,
        ReminderPolicy reminders,
        BudgetPolicy budget,
        Allowance allowance,
        InvitePolicy invites,
        TicketPolicy tickets,
        AttachmentPolicy attachments) {

    /** Three nodes under the rules of a customer on the free edition. */
    static final Setting USUAL = new Setting(
            3,
            ReminderPolicy.DEFAULT,
            BudgetPolicy.DEFAULT,
            Allowance.FREE_EDITION,
            InvitePolicy.DEFAULT,
            TicketPolicy.DEFAULT,
            AttachmentPolicy.DEFAULT);

    Setting with(ReminderPolicy other) {
        return new Setting(nodes, other, budget, allowance, invites, tickets, attachments);
    }

    Setting with(BudgetPolicy other, Allowance calls) {
        return new Setting(nodes, reminders, other, calls, invites, tickets, attachments);
    }

    Setting with(InvitePolicy other) {
        return new Setting(nodes, reminders, budget, allowance, other, tickets, attachments);
    }

    Setting with(AttachmentPolicy other) {
        return new Setting(nodes, reminders, budget, allowance, invites, tickets, other);
    }
}
