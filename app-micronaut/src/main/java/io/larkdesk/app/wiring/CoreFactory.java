package io.larkdesk.app.wiring;

import io.larkdesk.app.config.Settings;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.clock.ServicePromises;
import io.larkdesk.core.deletion.DeletionPolicy;
import io.larkdesk.core.escalation.EmergencyPhone;
import io.larkdesk.core.escalation.PagingPolicy;
import io.larkdesk.core.escalation.PlanPromises;
import io.larkdesk.core.escalation.SupportPlans;
import io.larkdesk.core.fence.Fences;
import io.larkdesk.core.invite.InvitePolicy;
import io.larkdesk.core.onboarding.DeskAddress;
import io.larkdesk.core.reminder.DataLosses;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminder.ReminderWindows;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.TicketPolicy;
import io.larkdesk.core.webhook.WebhookPolicy;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Import;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;

/** The core's use cases, and the policies that they go by. */
@Factory
@Import(
        packages = {
            "io.larkdesk.core.tenant",
            "io.larkdesk.core.organisation",
            "io.larkdesk.core.person",
            "io.larkdesk.core.audit",
            "io.larkdesk.core.group",
            "io.larkdesk.core.invite",
            "io.larkdesk.core.attachment",
            "io.larkdesk.core.conversation",
            "io.larkdesk.core.reminder",
            "io.larkdesk.core.budget",
            "io.larkdesk.core.queue",
            "io.larkdesk.core.roster",
            "io.larkdesk.core.ticket",
            "io.larkdesk.core.clock",
            "io.larkdesk.core.answer",
            "io.larkdesk.core.token",
            "io.larkdesk.core.webhook",
            "io.larkdesk.core.escalation",
            "io.larkdesk.core.onboarding",
            "io.larkdesk.core.deletion",
            "io.larkdesk.core.notice",
            "io.larkdesk.core.budgeting",
            "io.larkdesk.core.reminding",
            "io.larkdesk.core.report",
            "io.larkdesk.core.auditing",
            "io.larkdesk.core.sealing",
            "io.larkdesk.core.fence"
        },
        annotated = "jakarta.inject.Singleton")
final class CoreFactory {

    @Singleton
    Settings settings(PropertyResolver properties) {
        return Settings.read(properties);
    }

    @Singleton
    ReminderPolicy reminderPolicy(Settings settings) {
        return settings.reminders();
    }

    @Singleton
    InvitePolicy invitePolicy(Settings settings) {
        return settings.invites();
    }

    @Singleton
    TicketPolicy ticketPolicy() {
        return TicketPolicy.DEFAULT;
    }

    @Singleton
    AttachmentPolicy attachmentPolicy(Settings settings) {
        return settings.attachments();
    }

    @Singleton
    BudgetPolicy budgetPolicy() {
        return BudgetPolicy.DEFAULT;
    }

    @Singleton
    PagingPolicy pagingPolicy(Settings settings) {
        return PagingPolicy.DEFAULT.within(settings.escalations().plan().escalation());
    }

    @Singleton
    SupportPlans supportPlans(Settings settings, PlanPromises promises) {
        return tenant -> tenant.plan()
                .flatMap(promises::find)
                .orElse(settings.escalations().plan());
    }

    @Singleton
    ServicePromises servicePromises(Tenants tenants, SupportPlans plans) {
        return tenant -> plans.of(tenants.get(tenant)).targets();
    }

    @Singleton
    ReminderWindows reminderWindows(SupportPlans plans) {
        return tenant -> plans.of(tenant).reminderWindow();
    }

    @Singleton
    DataLosses dataLosses(Fences fences) {
        return () -> fences.follow().lostAt();
    }

    @Singleton
    EmergencyPhone emergencyPhone(Settings settings) {
        return settings.escalations().phone();
    }

    @Singleton
    WebhookPolicy webhookPolicy(Settings settings) {
        return settings.webhooks();
    }

    @Singleton
    DeletionPolicy deletionPolicy(Settings settings) {
        return settings.deletions();
    }

    @Singleton
    DeskAddress deskAddress(Settings settings) {
        return new DeskAddress(settings.publicUrl());
    }

    @Singleton
    Randomness randomness() {
        return new SecureRandomness();
    }
}
