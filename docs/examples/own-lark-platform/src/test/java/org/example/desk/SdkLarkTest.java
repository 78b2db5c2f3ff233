package org.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.ReminderChannel;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.lark.ApplicationInfo;
import io.larkdesk.lark.BudgetMeter;
import io.larkdesk.lark.DeskLinks;
import io.larkdesk.lark.LarkReminders;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.PlainSecrets;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkLarkTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static int seed;

    private final ManualClock clock = new ManualClock();
    private final Stores stores = new InMemoryDesk(clock);
    // Lark's SDK keeps tokens by App ID for the whole process, so each test has another
    private final SeededRandomness randomness = new SeededRandomness(seed++);
    private final Scene scene = new Scene(stores, randomness);
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final Person ann = scene.person(acme, "Ann");
    private final Person bob = scene.person(acme, "Bob");
    private final Road road = new Road(stores, randomness);
    private Sandbox sandbox;
    private SdkLark lark;
    private ReminderChannel channel;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        sandbox = new Sandbox();
        sandbox.app(acme);
        sandbox.person(acme, bob);
        scene.join(group, ann);
        scene.join(group, bob);
        lark = new SdkLark(new BudgetMeter(Road.meter(stores)), sandbox::hosts);
        URI here = URI.create("https://desk.example.com");
        channel =
                new LarkReminders(lark, new PlainSecrets(), new DeskLinks(here, DeskLinks.Style.PLAIN, sandbox::hosts));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aMentionComesAsACardAndIsCounted() throws IOException, InterruptedException {
        assertThat(mentionAndRemind()).hasOnlyElementsOfType(ReminderChannel.Delivered.class);

        assertThat(sandbox.messages()).hasSize(1);
        assertThat(sandbox.messages().toString())
                .contains("please have a look", bob.openId().value());
        assertThat(budget().used()).isEqualTo(1);
    }

    @Test
    void aReminderWhoseAnswerIsLostIsSentAgainAndArrivesOnce() throws IOException, InterruptedException {
        sandbox.fault(Map.of("drop", "after"));
        assertThat(mentionAndRemind()).hasOnlyElementsOfType(ReminderChannel.Unknown.class);

        clock.advance(Duration.ofMinutes(2));
        assertThat(road.remind(channel)).hasOnlyElementsOfType(ReminderChannel.Delivered.class);

        assertThat(sandbox.messages()).hasSize(1);
    }

    @Test
    void whenTheMonthIsUsedUpLarkIsLeftAlone() throws IOException, InterruptedException {
        sandbox.fault(Map.of("code", 99991403));

        assertThat(mentionAndRemind())
                .singleElement()
                .isInstanceOfSatisfying(ReminderChannel.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Decision.Reason.OUT_OF_BUDGET));

        assertThat(budget().exhausted()).isTrue();
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void whatIsRefusedIsNotCounted() throws IOException, InterruptedException {
        sandbox.fault(Map.of("code", 99991400));

        assertThat(mentionAndRemind()).hasOnlyElementsOfType(ReminderChannel.Deferred.class);

        assertThat(budget().used()).isZero();
    }

    @Test
    void theAppIsInspected() {
        LarkApp app = acme.larkApp(new PlainSecrets());
        ApplicationInfo info = value(lark.queryApplication(app, CallPurpose.SETUP, SOON));

        assertThat(value(lark.checkCredentials(app, SOON))).isEqualTo(acme.appId());
        assertThat(value(lark.queryTenant(app, CallPurpose.SETUP, SOON)).name()).isEqualTo("Acme");
        assertThat(value(lark.queryScopes(app, CallPurpose.SETUP, SOON))).hasSize(4);
        assertThat(value(lark.queryAppVersion(app, info.onlineVersionId(), CallPurpose.SETUP, SOON))
                        .bot())
                .isTrue();
    }

    private List<ReminderChannel.Delivery> mentionAndRemind() {
        Message message = scene.say(group, ann, Scene.at(bob) + " please have a look");
        road.mention(message, bob.id());
        clock.advance(ReminderPolicy.DEFAULT.grace());
        return road.remind(channel);
    }

    private CallBudget budget() {
        return stores.callBudgets().get(acme.id(), CallBudget.monthOf(clock.instant()));
    }

    private static <T> T value(LarkResult<T> result) {
        return result.fold(
                value -> value,
                error -> {
                    throw new AssertionError(error.detail());
                },
                unknown -> {
                    throw new AssertionError(unknown);
                });
    }
}
