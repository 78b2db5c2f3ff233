package io.larkdesk.app.emergencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.limits.UrgentWork;
import io.larkdesk.app.tracing.Spans;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.NoteTicket;
import io.larkdesk.core.escalation.AdvanceEmergencies;
import io.larkdesk.core.escalation.ChoosePaged;
import io.larkdesk.core.escalation.ClaimPages;
import io.larkdesk.core.escalation.ComposePage;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EmergencyPhone;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.NoteEscalation;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.PageMessage;
import io.larkdesk.core.escalation.PageNextLevel;
import io.larkdesk.core.escalation.Pager;
import io.larkdesk.core.escalation.PagingPolicy;
import io.larkdesk.core.escalation.SettlePage;
import io.larkdesk.core.onboarding.NoteBrokenApp;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmergencyWorkerTest {

    private static final PagingPolicy PAGING = PagingPolicy.DEFAULT;

    private final ManualClock clock = new ManualClock();
    private final Stores stores = new InMemoryDesk(clock);
    private final Randomness randomness = new SeededRandomness(1);
    private final Scene scene = new Scene(stores, randomness);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private volatile Pager.Outcome outcome = new Pager.Delivered("om_1");
    private final EmergencyWorker worker = worker();
    private EmergencyId emergency;
    private Person dot;

    private EmergencyWorker worker() {
        NoteEscalation note = new NoteEscalation(
                stores.tickets(),
                new KeepTimeline(stores.transactions(), stores.timelines()),
                new NoteTicket(
                        stores.transactions(),
                        stores.members(),
                        stores.messages(),
                        (message, persons, now) -> {},
                        new RecordingFeed()));
        PageNextLevel pageNextLevel = new PageNextLevel(
                new ChoosePaged(stores.people(), new OnDuty(stores.tenants(), stores.people(), stores.roster())),
                stores.emergencies(),
                stores.pages(),
                note,
                EmergencyPhone.NONE,
                randomness);
        Pager pager = new Pager() {
            @Override
            public Outcome send(Tenant tenant, PageMessage message, Duration within) {
                return outcome;
            }

            @Override
            public Outcome update(Tenant tenant, PageMessage message, Duration within) {
                return outcome;
            }
        };
        return new EmergencyWorker(
                new PagingJob(
                        new AdvanceEmergencies(
                                stores.transactions(), stores.emergencies(), pageNextLevel, note, PAGING),
                        new ClaimPages(
                                stores.transactions(),
                                stores.tenants(),
                                stores.people(),
                                stores.emergencies(),
                                stores.pages(),
                                new ComposePage(
                                        stores.tickets(), stores.tenants(), stores.people(), stores.quietTimes()),
                                PAGING),
                        new SendPage(
                                pager,
                                new SettlePage(
                                        stores.transactions(), stores.emergencies(), stores.pages(), note, PAGING),
                                new NoteBrokenApp(stores.transactions(), stores.preflights()),
                                meters,
                                Spans.NONE),
                        stores.emergencies(),
                        stores.pages(),
                        stores.transactions(),
                        PAGING),
                PAGING,
                new UrgentWork(),
                () -> true);
    }

    @BeforeEach
    void annDeclaresAnEmergency() {
        Tenant acme = scene.customer("Acme");
        Person ann = scene.person(acme, "Ann");
        dot = scene.staff(scene.provider("Alder Cloud"), "Dot", StaffRole.DUTY_MANAGER);
        emergency = new EmergencyId(scene.ticket(scene.group(acme), ann).id(), new UUID(1, 1));
        Emergency.Declaration start = new Emergency.Declaration(
                ann.id(), clock.instant(), Emergency.Reason.DATA_LOSS, "", new ClientId(new UUID(2, 2)));
        stores.emergencies()
                .add(
                        new Emergency(
                                emergency,
                                start,
                                EscalationPolicy.standard(Duration.ofMinutes(5), Optional.empty()),
                                1,
                                0,
                                new Emergency.Paging(0, new Emergency.Timer(clock.instant(), false)),
                                Optional.empty()),
                        clock.instant());
    }

    @AfterEach
    void stop() throws InterruptedException {
        worker.stop();
    }

    private List<Page> pages() {
        return stores.pages().list(emergency);
    }

    @Test
    void takesTheStepThatIsDueAndSendsItsPages() {
        worker.start();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(pages()).singleElement().satisfies(page -> {
                    assertThat(page.person()).isEqualTo(dot.id());
                    assertThat(page.state()).isInstanceOf(Page.Sent.class);
                }));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        meters.counter("larkdesk.pages.attempts", "kind", "alert", "outcome", "delivered")
                                .count())
                .isEqualTo(1));
    }

    @Test
    void whereNobodyCanBeReachedTheOtherLevelsAreTriedAtOnceAndThenNotWithoutEnd() {
        outcome = new Pager.Refused(Page.End.UNREACHABLE, "not available");

        worker.start();

        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(pages())
                .hasSize(3)
                .allMatch(page -> page.state() instanceof Page.Over));
    }

    @Test
    void nobodyWaitsForAClockThatWasSetBack() {
        clock.advance(Duration.ofHours(-1));

        worker.start();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(pages()).isNotEmpty());
    }
}
