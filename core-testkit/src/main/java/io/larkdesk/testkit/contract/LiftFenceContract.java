package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.conversation.NoteTicket;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.ExpirePages;
import io.larkdesk.core.escalation.NoteEscalation;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.fence.Expire;
import io.larkdesk.core.fence.Fence;
import io.larkdesk.core.fence.Held.Kind;
import io.larkdesk.core.fence.Held.Thing;
import io.larkdesk.core.fence.LiftFence;
import io.larkdesk.core.fence.LiftFence.Command;
import io.larkdesk.core.fence.LiftFence.Result;
import io.larkdesk.core.fence.ListHeld;
import io.larkdesk.core.fence.RaiseFence;
import io.larkdesk.core.fence.RevokeAll;
import io.larkdesk.core.fence.ShowFence;
import io.larkdesk.core.fence.ShowFence.Shown;
import io.larkdesk.core.invite.RevokeAllInvites;
import io.larkdesk.core.notice.ExpireNotices;
import io.larkdesk.core.onboarding.GuideLink;
import io.larkdesk.core.onboarding.Onboarding;
import io.larkdesk.core.onboarding.RevokeAllGuideLinks;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.AssessTenant;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.ExpireMentions;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.RemindMentioned;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.reminder.ReminderPolicies;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminder.ReminderWindow;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.token.ApiToken;
import io.larkdesk.core.token.RevokeAllTokens;
import io.larkdesk.core.token.TokenId;
import io.larkdesk.core.token.TokenLabel;
import io.larkdesk.core.token.TokenScope;
import io.larkdesk.core.webhook.Delivery;
import io.larkdesk.core.webhook.ExpireDeliveries;
import io.larkdesk.testkit.FullTenant;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.SeededRandomness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of all that waits once an administrator decides, on any stores. */
public abstract class LiftFenceContract extends StoresContract {

    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final int ANY = 100;

    /** Of each kind something waits; two people are told that the customer came into service. */
    private static final Map<Kind, Long> ALL =
            Map.of(Kind.REMINDER, 1L, Kind.EMERGENCY, 1L, Kind.PAGE, 1L, Kind.NOTICE, 2L, Kind.EVENT, 1L);

    /** What every customer's plan asks for. */
    private static final ReminderWindow WINDOW = new ReminderWindow(Duration.ofMinutes(20));

    private final SeededRandomness randomness = new SeededRandomness(18);

    private Tenant provider;
    private Person ada;
    private FullTenant acme;
    private Fence raised;

    /** Made for subclasses. */
    protected LiftFenceContract() {}

    @BeforeEach
    void raise() {
        provider = scene().provider("Alder");
        ada = scene().staff(provider, "Ada", StaffRole.ADMIN);
        acme = FullTenant.in(stores(), randomness, ada, "acme");
        inTransaction(now -> {
            stores().apiTokens()
                    .save(new ApiToken(
                            new TokenId(randomness.uuid()),
                            BearerToken.issue(randomness).hash(),
                            new TokenLabel("Data warehouse"),
                            ada.id(),
                            Set.of(TokenScope.TICKETS_READ),
                            now,
                            now.plus(Duration.ofDays(1)),
                            Optional.empty(),
                            Optional.empty()));
            GuideLink link = new GuideLink(BearerToken.issue(randomness).hash(), now.plus(GuideLink.LASTS));
            stores().onboardings().save(linked(onboarding(), link));
        });
        raised = new RaiseFence(
                        transactions(),
                        stores().fences(),
                        stores().tenants(),
                        stores().sessions(),
                        stores().setupLinks(),
                        stores().tickets(),
                        Records.audit(stores()))
                .execute(Optional.empty());
    }

    private static Onboarding linked(Onboarding bare, GuideLink link) {
        return new Onboarding(
                bare.tenant(),
                bare.organisation(),
                bare.plan(),
                bare.tam(),
                bare.said(),
                Optional.of(link),
                bare.startedAt(),
                bare.activatedAt());
    }

    private Onboarding onboarding() {
        return stores().onboardings().find(acme.tenant().id()).orElseThrow();
    }

    private Optional<Shown> show(PersonId asker) {
        return new ShowFence(
                        transactions(),
                        new StaffAdministrators(stores().people()),
                        stores().fences(),
                        new ListHeld(
                                stores().permits(),
                                stores().mentions(),
                                stores().emergencies(),
                                stores().pages(),
                                stores().tickets(),
                                stores().notices(),
                                stores().webhooks()),
                        stores().people())
                .execute(asker);
    }

    private Result lift(Command command) {
        NoteTicket noteTicket = new NoteTicket(
                transactions(),
                stores().members(),
                stores().messages(),
                new RemindMentioned(stores().mentions(), stores().permits(), ReminderPolicy.DEFAULT),
                new RecordingFeed());
        NoteEscalation note = new NoteEscalation(
                stores().tickets(), new KeepTimeline(transactions(), stores().timelines()), noteTicket);
        return new LiftFence(
                        transactions(),
                        new StaffAdministrators(stores().people()),
                        stores().fences(),
                        new Expire(
                                new ExpireMentions(
                                        transactions(),
                                        stores().permits(),
                                        stores().mentions(),
                                        new AssessTenant(
                                                stores().tenants(),
                                                stores().people(),
                                                stores().callBudgets(),
                                                new ReminderPolicies(
                                                        ReminderPolicy.DEFAULT, tenant -> Optional.of(WINDOW)),
                                                BudgetPolicy.DEFAULT)),
                                new ExpirePages(transactions(), stores().emergencies(), stores().pages(), note),
                                new ExpireNotices(transactions(), stores().notices()),
                                new ExpireDeliveries(transactions(), stores().webhooks())),
                        new RevokeAll(
                                new RevokeAllInvites(transactions(), stores().invites()),
                                new RevokeAllGuideLinks(transactions(), stores().onboardings()),
                                new RevokeAllTokens(transactions(), stores().apiTokens())),
                        Records.audit(stores()))
                .execute(command);
    }

    private Command drop() {
        return new Command(ada.id(), raised.mark().epoch(), false, false, false);
    }

    /** How many of each kind are due some time. */
    private Map<Kind, Long> waiting() {
        return transactions().inTransaction(now -> Stream.of(
                        Map.entry(Kind.REMINDER, stores().permits().lockDue(EVER, ANY, ANY)),
                        Map.entry(Kind.EMERGENCY, stores().emergencies().lockDue(EVER, ANY)),
                        Map.entry(Kind.PAGE, stores().pages().lockDue(EVER, ANY)),
                        Map.entry(Kind.NOTICE, stores().notices().lockDue(EVER, ANY)),
                        Map.entry(Kind.EVENT, stores().webhooks().lockDue(EVER, ANY, ANY, List.of())))
                .filter(kind -> !kind.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> (long) kind.getValue().size())));
    }

    private Emergency emergency() {
        return stores().emergencies().findLast(acme.ticket().id()).orElseThrow();
    }

    private boolean linksWork() {
        boolean invites =
                !stores().invites().listOpen(acme.group().id(), present()).isEmpty();
        assertThat(onboarding().link().isPresent()).isEqualTo(invites);
        return invites;
    }

    private boolean tokensWork() {
        Instant now = present();
        return stores().apiTokens().list(provider.id(), now, ANY).stream().anyMatch(token -> token.isOpenAt(now));
    }

    @Test
    void anAdministratorSeesOfEachKindWhatWaits() {
        Shown shown = show(ada.id()).orElseThrow();

        assertThat(shown.fence()).isEqualTo(raised);
        assertThat(shown.held().isAll()).isTrue();
        assertThat(shown.held().things().stream().collect(Collectors.groupingBy(Thing::kind, Collectors.counting())))
                .isEqualTo(ALL);
        assertThat(shown.held().things()).extracting(Thing::since).isSorted();
        assertThat(shown.people().keySet())
                .isEqualTo(shown.held().things().stream()
                        .flatMap(thing -> thing.to().stream())
                        .collect(Collectors.toSet()));
        assertThat(show(acme.person().id())).isEmpty();
        assertThat(waiting()).as("looking changes nothing").isEqualTo(ALL);
    }

    @Test
    void whatIsDroppedEndsAndSaysWhy() {
        assertThat(lift(drop())).isEqualTo(Result.LIFTED);

        assertThat(stores().fences().get().state()).isEqualTo(Fence.State.LIFTED);
        assertThat(waiting()).isEmpty();
        assertThat(stores().mentions()
                        .findDecision(acme.message(), acme.person().id()))
                .containsInstanceOf(Decision.NotReminded.class)
                .map(decision -> ((Decision.NotReminded) decision).reason())
                .contains(Decision.Reason.EXPIRED);
        assertThat(stores().pages().list(emergency().id()))
                .extracting(Page::state)
                .singleElement()
                .isInstanceOfSatisfying(
                        Page.Over.class, over -> assertThat(over.end()).isEqualTo(Page.End.EXPIRED));
        assertThat(emergency().state()).isInstanceOf(Emergency.Unanswered.class);
        assertThat(stores().timelines().listAfter(acme.ticket().id(), 0, ANY))
                .extracting(TimelineEntry::kind)
                .contains(TimelineEntry.Kind.EMERGENCY_SILENCED);
        assertThat(stores().webhooks().listEndpoints(provider.id()).stream()
                        .flatMap(endpoint ->
                                stores().webhooks().listDeliveries(provider.id(), endpoint.id(), ANY).stream())
                        .map(Delivery::end))
                .containsExactly(Optional.of(Delivery.End.EXPIRED));
        assertThat(linksWork()).isFalse();
        assertThat(tokensWork()).isFalse();
        assertThat(stores().auditTrail().listAfter(AuditBook.PROVIDER, 0, ANY))
                .extracting(entry -> entry.event().action())
                .contains(AuditAction.FENCE_RAISED, AuditAction.FENCE_LIFTED);
    }

    @Test
    void whoIsNotDueUntilWokenIsNotToldOfWhatIsDroppedEither() {
        PersonId person = acme.person().id();
        inTransaction(now -> stores().permits().save(stores().permits().lock(person), Optional.empty(), now));

        assertThat(lift(drop())).isEqualTo(Result.LIFTED);

        assertThat(stores().mentions().hasPending(person)).isFalse();
    }

    @Test
    void whatWasUnderWayKeepsTheNextReminderBackForAsLongAsThePlanSays() {
        PersonId person = acme.person().id();
        Instant deadline = present().plusSeconds(15);
        Permit.Held held =
                new Permit.Held(person, new ReminderId(randomness.uuid()), 1, deadline.minusSeconds(15), deadline);
        inTransaction(now -> {
            stores().permits().lock(person);
            stores().permits().save(held, Optional.of(deadline), now);
        });

        assertThat(lift(drop())).isEqualTo(Result.LIFTED);

        assertThat(stores().permits().get(person)).isEqualTo(new Permit.Free(person, deadline.plus(WINDOW.value())));
    }

    @Test
    void whatIsSentWaitsOnAndLinksAndTokensWorkOnIfTheyAreKept() {
        assertThat(lift(new Command(ada.id(), raised.mark().epoch(), true, true, true)))
                .isEqualTo(Result.LIFTED);

        assertThat(waiting()).isEqualTo(ALL);
        assertThat(linksWork()).isTrue();
        assertThat(tokensWork()).isTrue();
        assertThat(show(ada.id()).orElseThrow().held().things())
                .as("behind a fence that is not raised")
                .isEmpty();
    }

    @Test
    void onlyAdministratorsDecideAndOnlyOfTheRestoringThatTheySaw() {
        Person sofia = scene().staff(provider, "Sofia", StaffRole.TAM);
        Function<PersonId, Command> anyhow =
                person -> new Command(person, raised.mark().epoch(), false, false, false);

        assertThat(lift(anyhow.apply(sofia.id()))).isEqualTo(Result.NOT_ALLOWED);
        assertThat(lift(anyhow.apply(acme.person().id()))).isEqualTo(Result.NOT_ALLOWED);
        assertThat(lift(new Command(ada.id(), raised.mark().epoch().minusMillis(1), false, false, false)))
                .isEqualTo(Result.STALE);
        assertThat(waiting()).isEqualTo(ALL);
        assertThat(linksWork()).isTrue();
        assertThat(tokensWork()).isTrue();

        assertThat(lift(drop())).isEqualTo(Result.LIFTED);
        assertThat(lift(drop())).as("once more").isEqualTo(Result.STALE);
    }
}
