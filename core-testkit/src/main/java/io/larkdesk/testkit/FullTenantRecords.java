package io.larkdesk.testkit;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.budget.AllowanceChange;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.ChangeReason;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.clock.Alert;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.clock.TicketClock;
import io.larkdesk.core.clock.TicketPromise;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.PageId;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.InviteId;
import io.larkdesk.core.invite.InviteKey;
import io.larkdesk.core.notice.Delivery.Waiting;
import io.larkdesk.core.notice.Matter;
import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.NoticeId;
import io.larkdesk.core.onboarding.AppChange;
import io.larkdesk.core.onboarding.Drift;
import io.larkdesk.core.onboarding.Finding;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.LarkDay;
import io.larkdesk.core.onboarding.Onboarding;
import io.larkdesk.core.onboarding.Preflight;
import io.larkdesk.core.organisation.Administrator;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.Session;
import io.larkdesk.core.person.SessionKey;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.queue.SavedView;
import io.larkdesk.core.queue.ViewName;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.QuietHours;
import io.larkdesk.core.reminder.QuietTime;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.Note;
import io.larkdesk.core.ticket.NoteText;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.token.IdempotencyKey;
import io.larkdesk.core.token.KeptAnswer;
import io.larkdesk.core.token.RequestHash;
import io.larkdesk.core.token.TokenId;
import io.larkdesk.core.webhook.Delivery;
import io.larkdesk.core.webhook.Endpoint;
import io.larkdesk.core.webhook.EndpointId;
import io.larkdesk.core.webhook.EndpointUrl;
import io.larkdesk.core.webhook.EventId;
import io.larkdesk.core.webhook.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What there is of a {@link FullTenant} beside itself, its people, its groups and what was said first. */
final class FullTenantRecords {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final Stores stores;
    private final Randomness randomness;
    private final Person engineer;
    private final String word;
    private final Instant now;
    private final FullTenant full;
    private final Tenant tenant;
    private final Person person;
    private final ServiceGroup group;
    private final Ticket ticket;

    FullTenantRecords(
            Stores stores, Randomness randomness, Person engineer, String word, Instant now, FullTenant full) {
        this.stores = stores;
        this.randomness = randomness;
        this.engineer = engineer;
        this.word = word;
        this.now = now;
        this.full = full;
        this.tenant = full.tenant();
        this.person = full.person();
        this.group = full.group();
        this.ticket = full.ticket();
    }

    void fill() {
        stores.tenants().save(tenant);
        stores.groups().save(group);
        comeIn();
        talk();
        stores.administrators().add(new Administrator(person.id(), engineer.id(), now));
        remind();
        escalate();
        count();
        check();
        tell();
        Records.audit(stores)
                .execute(new AuditEvent(
                        AuditBook.of(tenant.id()),
                        AuditActor.of(engineer.id()),
                        AuditAction.NAMED_AS_IN_LARK,
                        AuditSubject.of(tenant.id()),
                        AuditChanges.NONE.and(AuditField.NAME, AuditDetail.of(new OrganisationName(word)))));
    }

    private void comeIn() {
        stores.sessions()
                .save(new Session(
                        new SessionKey(HexFormat.of().formatHex(randomness.bytes(32))),
                        person.id(),
                        now,
                        now,
                        now.plus(Session.LASTS)));
        stores.sessions()
                .endAttempt(
                        tenant.id(),
                        new TokenHash(HexFormat.of().formatHex(randomness.bytes(32))),
                        now.plusSeconds(60));
        InviteId invite = new InviteId(group.id(), randomness.uuid());
        stores.invites()
                .save(new Invite(
                        invite,
                        new InviteKey(HexFormat.of().formatHex(randomness.bytes(32))),
                        person.id(),
                        now,
                        now.plusSeconds(60),
                        Optional.empty(),
                        Optional.empty()));
        stores.invites().addUse(new Invite.Use(invite, person.id(), now));
        stores.onboardings()
                .save(new Onboarding(
                        tenant.id(),
                        new OrganisationName(word),
                        new PlanName("Enterprise"),
                        engineer.id(),
                        Set.of(),
                        Optional.empty(),
                        now,
                        Optional.of(now)));
        stores.appChanges()
                .save(new AppChange(
                        tenant.id(),
                        new AppId("cli_next_" + word),
                        new SealedSecret(Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8))),
                        "key-" + word,
                        now,
                        Optional.empty()));
        stores.tenants().addFormerApp(tenant.id(), new AppId("cli_former_" + word));
    }

    private void talk() {
        stores.readCursors().advance(group.id(), person.id(), 1);
        stores.presences().extend(group.id(), person.id(), now.plusSeconds(9));
        stores.notes()
                .add(new Note(
                        ticket.id(),
                        engineer.id(),
                        new ClientId(randomness.uuid()),
                        now,
                        NoteText.parse(full.noted())));
        new KeepTimeline(stores.transactions(), stores.timelines())
                .execute(
                        ticket.id(),
                        new KeepTimeline.Happened(
                                TimelineEntry.Kind.CREATED, Optional.of(person.id()), Optional.empty(), word));
        stores.clocks()
                .save(new TicketClock(
                        ticket.id(),
                        new TicketPromise(
                                Severity.HIGH,
                                new CalendarName("Office"),
                                new Target(Optional.of(Duration.ofMinutes(5)), Optional.empty()),
                                75),
                        Duration.ZERO,
                        Optional.of(now),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(Alert.RESPONSE_SOON),
                        Optional.of(now),
                        Optional.empty(),
                        Optional.of(now)));
    }

    private void remind() {
        stores.mentions().add(full.message(), List.of(engineer.id(), person.id()), now);
        stores.permits().save(new Permit.Free(person.id(), now), Optional.of(now), now);
        stores.quietTimes()
                .save(new QuietTime(
                        person.id(),
                        Optional.of(new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0), ZoneId.of("Asia/Tokyo"))),
                        Optional.empty()));
    }

    private void escalate() {
        stores.reminders()
                .add(new Reminder(
                        new MessageId(ticket.id(), 1),
                        person.id(),
                        now,
                        new ClientId(randomness.uuid()),
                        engineer.id(),
                        Optional.empty(),
                        new Reminder.Progress(Reminder.Delivery.OPEN, Optional.empty(), Optional.of(now))));
        EmergencyId emergency = new EmergencyId(ticket.id(), randomness.uuid());
        stores.emergencies()
                .add(
                        new Emergency(
                                emergency,
                                declaration(),
                                new EscalationPolicy(
                                        List.of(new EscalationPolicy.Step(StaffRole.ENGINEER, Duration.ofMinutes(5))),
                                        Optional.of(3),
                                        Duration.ofMinutes(30)),
                                1,
                                1,
                                new Emergency.Paging(0, new Emergency.Timer(now, false)),
                                Optional.empty()),
                        now);
        stores.emergencies().join(emergency, declaration());
        stores.pages()
                .add(
                        List.of(new Page(
                                new PageId(randomness.uuid()),
                                emergency,
                                new Page.About(Page.Kind.ALERT, 0, 1),
                                engineer.id(),
                                new Page.Waiting(now))),
                        now);
    }

    private Emergency.Declaration declaration() {
        return new Emergency.Declaration(
                person.id(), now, Emergency.Reason.DATA_LOSS, word, new ClientId(randomness.uuid()));
    }

    private void count() {
        stores.callBudgets().take(tenant.id(), DAY, CallPurpose.REMINDER, 9);
        stores.callBudgets().addSaved(tenant.id(), DAY, Saving.READ_IN_TIME, 1);
        stores.budgetHistory().enter(tenant.id(), YearMonth.from(DAY), BudgetPolicy.Step.WEB_ONLY, now, true);
        CallTerms terms = tenant.terms();
        stores.budgetHistory()
                .add(new AllowanceChange(tenant.id(), now, engineer.id(), terms, terms, new ChangeReason(word)));
    }

    private void check() {
        stores.preflights()
                .save(new Preflight(
                        tenant.id(),
                        now,
                        Optional.of(engineer.id()),
                        5,
                        List.of(new Finding(
                                Check.HOME_PAGE,
                                Finding.Verdict.FAILED,
                                Finding.What.OTHER_ADDRESS,
                                word,
                                word,
                                Optional.of(now)))));
        stores.preflights().add(new Drift(tenant.id(), now, Set.of(Check.BOT)));
        stores.preflights().save(new LarkDay(tenant.id(), DAY, 1, true, true));
    }

    /** What people and systems of the provider have of it. */
    private void tell() {
        stores.notices()
                .save(new Notice(
                        new NoticeId(randomness.uuid()),
                        engineer.id(),
                        new Matter.Activated(tenant.id()),
                        new Waiting(0, now)));
        stores.notices()
                .save(new Notice(
                        new NoticeId(randomness.uuid()),
                        person.id(),
                        new Matter.Activated(tenant.id()),
                        new Waiting(0, now)));
        Endpoint endpoint = new Endpoint(
                new EndpointId(randomness.uuid()),
                engineer.id().tenant(),
                EndpointUrl.parse("https://hooks.example/desk").orElseThrow(),
                Set.of(EventType.TICKET_CREATED),
                new SealedSecret("sealed"),
                Optional.empty(),
                now,
                Optional.empty());
        stores.webhooks().save(endpoint);
        Delivery delivery = new Delivery(
                new EventId(randomness.uuid()),
                endpoint.provider(),
                endpoint.id(),
                EventType.TICKET_CREATED,
                Optional.of(ticket.id()),
                now,
                1,
                Optional.of(now),
                Optional.empty());
        stores.webhooks().save(delivery);
        stores.webhooks()
                .add(new Delivery.Attempt(
                        delivery.id(),
                        delivery.provider(),
                        now,
                        Optional.of(500),
                        Duration.ofMillis(12),
                        Delivery.Result.REFUSED));
        stores.savedViews()
                .save(
                        engineer.id(),
                        new SavedView(
                                new ViewName("Of " + word),
                                "?customer=" + tenant.id().value()));
        keep("/api/v1/tickets/" + ticket.number().value() + "/notes");
        keep("/api/v1/tenants/" + tenant.id().value() + "/messages?after=x");
    }

    private void keep(String location) {
        stores.keptAnswers()
                .keep(
                        new KeptAnswer(
                                new KeptAnswer.Place(
                                        engineer.id().tenant(),
                                        new TokenId(randomness.uuid()),
                                        new IdempotencyKey(word)),
                                RequestHash.of(location),
                                now,
                                new KeptAnswer.Answer(201, "{\"body\":\"" + word + "\"}", Optional.of(location))),
                        Instant.EPOCH);
    }
}
