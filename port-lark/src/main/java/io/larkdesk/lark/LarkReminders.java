package io.larkdesk.lark;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.ReminderChannel;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.lark.card.Card;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Delivers reminders through the bot of the recipient's tenant: one card, one counted call. The reminder's id is Lark's uuid.
 *
 * <p>Content that Lark or a rule of the organisation does not let through goes out once more without anything that users wrote. What may
 * have arrived in spite of an error is {@link ReminderChannel.Unknown}, so that nobody is reminded twice.
 */
public final class LarkReminders implements ReminderChannel {

    private final LarkPlatform lark;
    private final Secrets secrets;
    private final ReminderCards cards;

    /** Takes the platform, what opens the App Secrets, and the pages to link to. */
    public LarkReminders(LarkPlatform lark, Secrets secrets, DeskLinks links) {
        this.lark = Objects.requireNonNull(lark, "lark");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.cards = new ReminderCards(Objects.requireNonNull(links, "links"));
    }

    @Override
    public Delivery deliver(Tenant tenant, MessageReminder reminder, Duration within) {
        LarkApp app;
        try {
            app = tenant.larkApp(secrets);
        } catch (IllegalArgumentException e) {
            return new Deferred(Pauses.growing(reminder), "the App Secret cannot be opened");
        }
        BiFunction<Card, Duration, LarkResult<SentMessage>> call = (card, left) -> lark.sendCard(
                app,
                new CardMessage(reminder.recipient().openId(), reminder.id().value(), card),
                CallPurpose.REMINDER,
                left);
        return CardAttempts.make(
                        call, cards.card(tenant, reminder), () -> cards.cardWithoutTheirWords(tenant, reminder), within)
                .fold(LarkReminders::delivered, error -> notDelivered(error, reminder), Unknown::new);
    }

    private static Delivery delivered(SentMessage sent) {
        return new Delivered(sent.messageId());
    }

    private static Delivery notDelivered(LarkError error, MessageReminder reminder) {
        return switch (error.kind()) {
            case RATE_LIMITED -> new Deferred(Pauses.afterLimit(error, reminder), error.detail());
            case QUOTA_USED_UP, METER_REFUSED -> new Refused(Reason.OUT_OF_BUDGET, error.detail());
            case RECIPIENT_UNREACHABLE, RECIPIENT_OPTED_OUT, PERSON_NOT_AVAILABLE, PERSON_INACTIVE ->
                new Refused(Reason.UNREACHABLE, error.detail());
            case CREDENTIALS_INVALID, APP_DISABLED, SCOPE_MISSING, BOT_OFF ->
                new Refused(Reason.APP_BROKEN, error.detail());
            case BEING_SENT, SERVER_ERROR -> new Unknown(error.detail());
            case NOT_SENT -> new Deferred(Pauses.unsent(reminder), error.detail());
            case CONTENT_REFUSED, INVALID_REQUEST, CODE_STALE, UNRECOGNISED ->
                Pauses.isWorthTrying(reminder)
                        ? new Deferred(Pauses.growing(reminder), error.detail())
                        : new Refused(Reason.APP_BROKEN, error.detail());
        };
    }
}
