package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.escalation.Emergency.Paging;
import io.larkdesk.core.escalation.Emergency.Timer;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.Page.End;
import io.larkdesk.core.escalation.Page.Kind;
import io.larkdesk.core.escalation.PageMessage;
import io.larkdesk.core.escalation.Pager.Deferred;
import io.larkdesk.core.escalation.Pager.Delivered;
import io.larkdesk.core.escalation.Pager.Outcome;
import io.larkdesk.core.escalation.Pager.Refused;
import io.larkdesk.core.escalation.Pager.Unknown;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LarkPagerTest {

    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final PageMessage MESSAGE =
            Samples.page(Kind.ALERT, Language.EN, new Paging(0, new Timer(Samples.NOW.plusSeconds(300), false)));

    private final ScriptedLark lark = new ScriptedLark();
    private final LarkPager pager = new LarkPager(lark, Samples.secrets(), Samples.links(DeskLinks.Style.APP_LINK));

    private Outcome send(LarkResult<SentMessage> answer) {
        lark.sends.add(answer);
        return pager.send(Samples.TENANT, MESSAGE, WITHIN);
    }

    @Test
    void aPageIsOneCardOnTheReserveWithItsOwnIdAsUuid() {
        assertThat(send(new LarkResult.Success<>(new SentMessage("om_1")))).isEqualTo(new Delivered("om_1"));

        assertThat(lark.purposes).containsExactly(CallPurpose.EMERGENCY);
        assertThat(lark.within).containsExactly(WITHIN);
        assertThat(lark.sent).singleElement().satisfies(card -> {
            assertThat(card.uuid()).isEqualTo(MESSAGE.page().id().value());
            assertThat(card.to()).isEqualTo(MESSAGE.recipient().openId());
        });
    }

    @Test
    void anUpdateChangesTheCardThatWasSent() {
        lark.sends.add(new LarkResult.Success<>(new SentMessage("om_1")));

        assertThat(pager.update(Samples.TENANT, sent(), WITHIN)).isEqualTo(new Delivered("om_1"));

        assertThat(lark.sent).isEmpty();
        assertThat(lark.updated).extracting(Map.Entry::getKey).containsExactly("om_1");
        assertThat(lark.purposes).containsExactly(CallPurpose.EMERGENCY);
    }

    private static PageMessage sent() {
        Page page = MESSAGE.page();
        return new PageMessage(
                new Page(
                        page.id(),
                        page.emergency(),
                        page.about(),
                        page.person(),
                        new Page.Sent("om_1", Samples.NOW, Optional.empty())),
                MESSAGE.recipient(),
                MESSAGE.emergency(),
                MESSAGE.ticket(),
                MESSAGE.organisation(),
                MESSAGE.starter(),
                MESSAGE.actor(),
                MESSAGE.asOf(),
                MESSAGE.zone());
    }

    @Test
    void contentThatIsNotLetThroughGoesWithoutTheirWords() {
        lark.sends.add(ScriptedLark.failing(LarkError.Kind.CONTENT_REFUSED));

        assertThat(send(new LarkResult.Success<>(new SentMessage("om_2")))).isEqualTo(new Delivered("om_2"));

        assertThat(lark.sent).hasSize(2);
        assertThat(lark.sent.get(1).card().toString()).doesNotContain("Checkout");
        assertThat(lark.sent.get(1).uuid()).isEqualTo(lark.sent.get(0).uuid());
    }

    @Test
    void nobodyKnowsWhatBecameOfACallWithoutAnswer() {
        assertThat(send(new LarkResult.Unknown<>("cut off"))).isEqualTo(new Unknown("cut off"));
        assertThat(send(ScriptedLark.failing(LarkError.Kind.BEING_SENT))).isInstanceOf(Unknown.class);
        assertThat(send(ScriptedLark.failing(LarkError.Kind.SERVER_ERROR))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,PT2S", "PT7S,PT7S", "PT2H,PT1M"})
    void aLimitIsWaitedForButNotForLong(Duration asked, Duration waited) {
        assertThat(send(ScriptedLark.failing(LarkError.Kind.RATE_LIMITED, asked)))
                .isInstanceOfSatisfying(
                        Deferred.class, deferred -> assertThat(deferred.pause()).isEqualTo(waited));
    }

    @ParameterizedTest
    @EnumSource(
            value = LarkError.Kind.class,
            names = {"RECIPIENT_UNREACHABLE", "RECIPIENT_OPTED_OUT", "PERSON_NOT_AVAILABLE", "PERSON_INACTIVE"})
    void whoCannotBeReachedIsGivenUp(LarkError.Kind kind) {
        assertThat(send(ScriptedLark.failing(kind)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.end()).isEqualTo(End.UNREACHABLE));
    }

    @Test
    void withoutBudgetOrAppNobodyIsReached() {
        assertThat(send(ScriptedLark.failing(LarkError.Kind.METER_REFUSED)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.end()).isEqualTo(End.OUT_OF_BUDGET));
        assertThat(send(ScriptedLark.failing(LarkError.Kind.BOT_OFF)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.end()).isEqualTo(End.APP_BROKEN));
        assertThat(send(ScriptedLark.failing(LarkError.Kind.NOT_SENT))).isInstanceOf(Deferred.class);
    }

    @Test
    void aSecretThatCannotBeOpenedIsABrokenApp() {
        Secrets lost = new Secrets() {
            @Override
            public SealedSecret seal(TenantId tenant, AppSecret secret) {
                throw new UnsupportedOperationException();
            }

            @Override
            public AppSecret open(TenantId tenant, SealedSecret secret) {
                throw new IllegalArgumentException("sealed by another key");
            }

            @Override
            public KeyAge age(SealedSecret secret) {
                return KeyAge.CURRENT;
            }
        };
        LarkPager broken = new LarkPager(lark, lost, Samples.links(DeskLinks.Style.PLAIN));

        assertThat(broken.send(Samples.TENANT, MESSAGE, WITHIN))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.end()).isEqualTo(End.APP_BROKEN));
    }
}
