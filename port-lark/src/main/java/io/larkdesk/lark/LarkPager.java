package io.larkdesk.lark;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.PageMessage;
import io.larkdesk.core.escalation.Pager;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.lark.card.Card;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Pages people through the bot of their tenant: one card, one counted call, from the reserve if need be. The page's id is Lark's uuid.
 *
 * <p>Content that Lark or a rule of the organisation does not let through goes out once more without anything that users wrote. What may
 * have arrived in spite of an error is {@link Pager.Unknown}.
 */
public final class LarkPager implements Pager {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final LarkPlatform lark;
    private final Secrets secrets;
    private final EmergencyCards cards;

    /** Takes the platform, what opens the App Secrets, and the pages to link to. */
    public LarkPager(LarkPlatform lark, Secrets secrets, DeskLinks links) {
        this.lark = Objects.requireNonNull(lark, "lark");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.cards = new EmergencyCards(Objects.requireNonNull(links, "links"));
    }

    @Override
    public Outcome send(Tenant tenant, PageMessage message, Duration within) {
        return attempt(
                tenant,
                message,
                within,
                app -> (card, left) -> lark.sendCard(
                        app,
                        new CardMessage(
                                message.recipient().openId(),
                                message.page().id().value(),
                                card),
                        CallPurpose.EMERGENCY,
                        left));
    }

    @Override
    public Outcome update(Tenant tenant, PageMessage message, Duration within) {
        SentMessage sent = new SentMessage(message.receipt().orElseThrow());
        return attempt(
                tenant,
                message,
                within,
                app -> (card, left) -> lark.updateCard(app, sent, card, CallPurpose.EMERGENCY, left));
    }

    private Outcome attempt(
            Tenant tenant,
            PageMessage message,
            Duration within,
            Function<LarkApp, BiFunction<Card, Duration, LarkResult<SentMessage>>> call) {
        LarkApp app;
        try {
            app = tenant.larkApp(secrets);
        } catch (IllegalArgumentException e) {
            return new Refused(Page.End.APP_BROKEN, "the App Secret cannot be opened");
        }
        return CardAttempts.make(
                        call.apply(app),
                        cards.card(tenant, message),
                        () -> cards.cardWithoutTheirWords(tenant, message),
                        within)
                .fold(sent -> new Delivered(sent.messageId()), LarkPager::notDelivered, Unknown::new);
    }

    /** Somebody else is tried at once wherever there is doubt that a later attempt would go better. */
    private static Outcome notDelivered(LarkError error) {
        return switch (error.kind()) {
            case RATE_LIMITED -> new Deferred(within(error.pause()), error.detail());
            case NOT_SENT -> new Deferred(SHORTEST, error.detail());
            case BEING_SENT, SERVER_ERROR -> new Unknown(error.detail());
            case QUOTA_USED_UP, METER_REFUSED -> new Refused(Page.End.OUT_OF_BUDGET, error.detail());
            case RECIPIENT_UNREACHABLE, RECIPIENT_OPTED_OUT, PERSON_NOT_AVAILABLE, PERSON_INACTIVE ->
                new Refused(Page.End.UNREACHABLE, error.detail());
            case CREDENTIALS_INVALID,
                    APP_DISABLED,
                    SCOPE_MISSING,
                    BOT_OFF,
                    CONTENT_REFUSED,
                    INVALID_REQUEST,
                    CODE_STALE,
                    UNRECOGNISED -> new Refused(Page.End.APP_BROKEN, error.detail());
        };
    }

    private static Duration within(Duration pause) {
        if (pause.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
