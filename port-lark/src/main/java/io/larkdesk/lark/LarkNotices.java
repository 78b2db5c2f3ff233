package io.larkdesk.lark;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.notice.NoticeChannel;
import io.larkdesk.core.notice.NoticeMessage;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.lark.card.Card;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Sends operational notices through the bot of the recipient's tenant: one card, one counted call, never from the reserve. The notice's id is
 * Lark's uuid.
 *
 * <p>Content that Lark or a rule of the organisation does not let through goes out once more without anything that users wrote. What may
 * have arrived in spite of an error is {@link NoticeChannel.Unknown}.
 */
public final class LarkNotices implements NoticeChannel {

    private final LarkPlatform lark;
    private final Secrets secrets;
    private final NoticeCards cards;

    /** Takes the platform, what opens the App Secrets, and the pages to link to. */
    public LarkNotices(LarkPlatform lark, Secrets secrets, DeskLinks links) {
        this.lark = Objects.requireNonNull(lark, "lark");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.cards = new NoticeCards(Objects.requireNonNull(links, "links"));
    }

    @Override
    public Outcome send(Tenant tenant, NoticeMessage message, Duration within) {
        LarkApp app;
        try {
            app = tenant.larkApp(secrets);
        } catch (IllegalArgumentException e) {
            return new Deferred(Duration.ZERO, "the App Secret cannot be opened");
        }
        BiFunction<Card, Duration, LarkResult<SentMessage>> call = (card, left) -> lark.sendCard(
                app,
                new CardMessage(
                        message.recipient().openId(), message.notice().id().value(), card),
                CallPurpose.NOTICE,
                left);
        return CardAttempts.make(
                        call, cards.card(tenant, message), () -> cards.cardWithoutTheirWords(tenant, message), within)
                .fold(LarkNotices::delivered, LarkNotices::notDelivered, Unknown::new);
    }

    private static Outcome delivered(SentMessage sent) {
        return new Delivered(sent.messageId());
    }

    private static Outcome notDelivered(LarkError error) {
        return switch (error.kind()) {
            case RATE_LIMITED -> new Deferred(error.pause(), error.detail());
            case NOT_SENT, CREDENTIALS_INVALID, APP_DISABLED, SCOPE_MISSING, BOT_OFF, QUOTA_USED_UP, METER_REFUSED ->
                new Deferred(Duration.ZERO, error.detail());
            case BEING_SENT, SERVER_ERROR -> new Unknown(error.detail());
            case RECIPIENT_UNREACHABLE,
                    RECIPIENT_OPTED_OUT,
                    PERSON_NOT_AVAILABLE,
                    PERSON_INACTIVE,
                    CONTENT_REFUSED,
                    INVALID_REQUEST,
                    CODE_STALE,
                    UNRECOGNISED -> new Refused(error.detail());
        };
    }
}
