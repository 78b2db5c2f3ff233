package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.ReminderChannel.Deferred;
import io.larkdesk.core.reminder.ReminderChannel.Delivered;
import io.larkdesk.core.reminder.ReminderChannel.Delivery;
import io.larkdesk.core.reminder.ReminderChannel.Refused;
import io.larkdesk.core.reminder.ReminderChannel.Unknown;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LarkRemindersTest {

    private static final Duration WITHIN = Duration.ofSeconds(10);
    private final ScriptedLark lark = new ScriptedLark();
    private final LarkReminders reminders =
            new LarkReminders(lark, Samples.secrets(), Samples.links(DeskLinks.Style.APP_LINK));

    @Test
    void deliversOneCardUnderTheRemindersOwnId() {
        lark.sends.add(new LarkResult.Success<>(new SentMessage("om_1")));

        assertThat(deliver(Duration.ofMinutes(9))).isEqualTo(new Delivered("om_1"));
        assertThat(lark.sent).singleElement().satisfies(message -> {
            assertThat(message.uuid()).isEqualTo(new UUID(4, 0));
            assertThat(message.to()).hasToString("ou_daniel");
            assertThat(message.card().title()).isEqualTo("Sofia Lindqvist mentioned you");
        });
        assertThat(lark.purposes).containsExactly(CallPurpose.REMINDER);
        assertThat(lark.within).containsExactly(WITHIN);
    }

    @ParameterizedTest
    @CsvSource({
        "QUOTA_USED_UP, OUT_OF_BUDGET",
        "METER_REFUSED, OUT_OF_BUDGET",
        "RECIPIENT_UNREACHABLE, UNREACHABLE",
        "RECIPIENT_OPTED_OUT, UNREACHABLE",
        "CREDENTIALS_INVALID, APP_BROKEN",
        "APP_DISABLED, APP_BROKEN",
        "SCOPE_MISSING, APP_BROKEN",
        "BOT_OFF, APP_BROKEN"
    })
    void whatNeverArrivesIsRefusedForItsReason(LarkError.Kind kind, Reason reason) {
        lark.sends.add(ScriptedLark.failing(kind));

        assertThat(deliver(Duration.ofMinutes(9))).isEqualTo(new Refused(reason, kind + ", code 4711, request log-1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = LarkError.Kind.class,
            names = {"BEING_SENT", "SERVER_ERROR"})
    void whatMayHaveArrivedIsUnknown(LarkError.Kind kind) {
        lark.sends.add(ScriptedLark.failing(kind));

        assertThat(deliver(Duration.ofMinutes(9))).isInstanceOf(Unknown.class);
    }

    @Test
    void noAnswerIsUnknown() {
        lark.sends.add(new LarkResult.Unknown<>("timeout"));

        assertThat(deliver(Duration.ofMinutes(9))).isEqualTo(new Unknown("timeout"));
    }

    @Test
    void aLimitPutsOffForAsLongAsLarkAsks() {
        lark.sends.add(ScriptedLark.failing(LarkError.Kind.RATE_LIMITED, Duration.ofSeconds(52)));

        assertThat(pause(deliver(Duration.ofMinutes(9)))).isEqualTo(Duration.ofSeconds(52));
    }

    @Test
    void aLimitWithoutPausePutsOffForASecondAtLeast() {
        lark.sends.add(ScriptedLark.failing(LarkError.Kind.RATE_LIMITED));

        assertThat(pause(deliver(Duration.ofMinutes(9)))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void remindersPutOffTogetherComeBackSpread() {
        MessageReminder other = new MessageReminder(
                new ReminderId(new UUID(4, 255)),
                1,
                Samples.person(Language.EN),
                Samples.NOW,
                Optional.empty(),
                Samples.reminderOfAge(Duration.ZERO).items());
        LarkError limit = new LarkError(LarkError.Kind.RATE_LIMITED, 1, "", "", Duration.ofSeconds(40));

        assertThat(Pauses.afterLimit(limit, other)).isBetween(Duration.ofMillis(49_900), Duration.ofSeconds(50));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT10S", "PT10S, PT10S", "PT5M, PT5M", "PT1H, PT1H", "PT23H59M59S, PT1H"})
    void anUnknownCodeIsTriedAgainLessAndLessOften(Duration waited, Duration pause) {
        lark.sends.add(ScriptedLark.failing(LarkError.Kind.UNRECOGNISED));

        assertThat(pause(deliver(waited))).isEqualTo(pause);
    }

    @ParameterizedTest
    @EnumSource(
            value = LarkError.Kind.class,
            names = {"UNRECOGNISED", "INVALID_REQUEST"})
    void afterADayOfFailuresTheAppCountsAsBroken(LarkError.Kind kind) {
        lark.sends.add(ScriptedLark.failing(kind));

        assertThat(deliver(Duration.ofDays(1)))
                .isEqualTo(new Refused(Reason.APP_BROKEN, kind + ", code 4711, request log-1"));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT10S", "PT30S, PT30S", "PT5M, PT1M", "P3D, PT1M"})
    void whatWasNeverSentIsTriedAgainSoonHoweverOld(Duration waited, Duration pause) {
        lark.sends.add(ScriptedLark.failing(LarkError.Kind.NOT_SENT));

        assertThat(pause(deliver(waited))).isEqualTo(pause);
    }

    @Test
    void refusedContentGoesOutOnceMoreWithoutTheirWords() {
        lark.sends.add(ScriptedLark.failing(LarkError.Kind.CONTENT_REFUSED));
        lark.sends.add(new LarkResult.Success<>(new SentMessage("om_2")));

        assertThat(deliver(Duration.ofMinutes(9))).isEqualTo(new Delivered("om_2"));
        assertThat(lark.sent).hasSize(2);
        assertThat(lark.sent.get(1).uuid()).isEqualTo(lark.sent.get(0).uuid());
        assertThat(lark.sent.get(1).card().toString()).doesNotContain("Sofia").doesNotContain("done");
        assertThat(lark.within.get(1)).isLessThanOrEqualTo(WITHIN);
    }

    @Test
    void contentRefusedTwiceIsPutOff() {
        lark.sends.add(ScriptedLark.failing(LarkError.Kind.CONTENT_REFUSED));
        lark.sends.add(ScriptedLark.failing(LarkError.Kind.CONTENT_REFUSED));

        assertThat(pause(deliver(Duration.ofMinutes(9)))).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void aSecretThatDoesNotOpenPutsOffWithoutACall() {
        LarkReminders locked = new LarkReminders(lark, new LockedSecrets(), Samples.links(DeskLinks.Style.PLAIN));

        assertThat(locked.deliver(Samples.TENANT, Samples.reminderOfAge(Duration.ZERO), WITHIN))
                .isInstanceOf(Deferred.class);
        assertThat(lark.sent).isEmpty();
    }

    private Delivery deliver(Duration age) {
        return reminders.deliver(Samples.TENANT, Samples.reminderOfAge(age), WITHIN);
    }

    private static Duration pause(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Deferred.class);
        return ((Deferred) delivery).pause();
    }

    private static final class LockedSecrets implements Secrets {

        @Override
        public SealedSecret seal(TenantId tenant, AppSecret secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AppSecret open(TenantId tenant, SealedSecret secret) {
            throw new IllegalArgumentException("the key is gone");
        }

        @Override
        public KeyAge age(SealedSecret secret) {
            return KeyAge.UNKNOWN;
        }
    }
}
