package io.larkdesk.testkit.law;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.FollowBudgets;
import io.larkdesk.core.budget.MeterCalls.Charge;
import io.larkdesk.core.budgeting.ClaimBudgetNews;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MarkRead;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.ClaimPages;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EndEmergency;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.Pager;
import io.larkdesk.core.escalation.PagingPolicy;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.ReminderChannel.Delivered;
import io.larkdesk.core.reminder.ReminderChannel.Delivery;
import io.larkdesk.core.reminder.ReminderChannel.Refused;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A month at the desk, minute by minute: three firms of 200 people write and are mentioned in working hours, evenly or in bursts, some read in
 * time; they declare Emergencies, which staff acknowledge and end; one firm has another app that takes half of what Lark gives.
 */
final class SimulatedMonth {

    static final int FOREIGN_CALLS = LarkOfMonth.MOST / 2;

    private static final Duration TICK = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    final Instant begin;
    final Instant end;
    final ManualClock clock = new ManualClock();
    final Stores stores = new InMemoryDesk(clock);
    final LarkOfMonth lark = new LarkOfMonth();
    final List<ClaimBudgetNews.News> told = new ArrayList<>();
    final Person tam;
    final Firm busy;
    final Firm shared;
    final Firm calm;
    final Tenant provider;
    int declared;
    int pagesSent;
    int pagesRefused;

    private final SeededRandomness ids = new SeededRandomness(42);
    private final Random chance;
    private final Person engineer;
    private final Desk desk;
    private final EscalationDesk escalations;
    private final FollowBudgets followBudgets;
    private final ClaimBudgetNews claimNews;
    private Optional<Running> running = Optional.empty();

    /** An Emergency that somebody declared at {@code at}. */
    private record Running(Emergency emergency, Instant at) {}

    /** With {@code budget} to make the calls last; what happens is chosen by the month. */
    SimulatedMonth(YearMonth month, BudgetPolicy budget) {
        begin = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        chance = new Random(month.getMonthValue());
        clock.set(begin);
        Scene scene = new Scene(stores, ids);
        provider = scene.provider("Alder Cloud");
        tam = scene.staff(provider, "Tam", StaffRole.TAM);
        engineer = scene.staff(provider, "Eva", StaffRole.ENGINEER);
        busy = Firm.found(scene, "Harbour", 80, 28, tam);
        shared = Firm.found(scene, "Orchard", 70, 6, tam);
        calm = Firm.found(scene, "Quay", 50, 2, tam);
        for (StaffRole role : EnumSet.of(StaffRole.ENGINEER, StaffRole.TAM)) {
            scene.shift(role == StaffRole.TAM ? tam : engineer, role, begin, Duration.between(begin, end));
        }
        Setting setting = Setting.USUAL.with(budget, Allowance.FREE_EDITION);
        desk = new Desk(stores, setting, ids);
        escalations = new EscalationDesk(stores, setting, PagingPolicy.DEFAULT, ids);
        followBudgets = new FollowBudgets(
                stores.transactions(), stores.callBudgets(), stores.budgetHistory(), setting.budget());
        claimNews = new ClaimBudgetNews(
                stores.transactions(),
                stores.budgetHistory(),
                stores.tenants(),
                stores.groups(),
                new FindTam(stores.members(), stores.people()),
                stores.people());
    }

    List<Firm> firms() {
        return List.of(busy, shared, calm);
    }

    /** Lets all of it pass, up to {@code until}. */
    void run(Instant until) {
        while (clock.instant().isBefore(until)) {
            happen();
            work();
            clock.advance(TICK);
        }
    }

    /** All that a deployment does by itself. */
    void work() {
        escalations.advance.execute(AT_ONCE);
        if (clock.instant().atOffset(ZoneOffset.UTC).getMinute() % 10 == 0) {
            escalations.watch.execute();
            escalations.followReminders.execute(AT_ONCE);
            desk.closeSilentTickets.execute();
            desk.tidyAttachments.execute();
        }
        for (List<ClaimPages.Claim> some = claimPages(); !some.isEmpty(); some = claimPages()) {
            some.forEach(this::page);
        }
        for (List<Claim> some = claimReminders(); !some.isEmpty(); some = claimReminders()) {
            some.forEach(this::remind);
        }
        followBudgets.execute();
        for (Optional<ClaimBudgetNews.News> news = claimNews.execute(); news.isPresent(); news = claimNews.execute()) {
            told.add(news.get());
        }
    }

    private List<ClaimPages.Claim> claimPages() {
        return escalations.claimPages.execute(AT_ONCE);
    }

    private List<Claim> claimReminders() {
        return desk.claimReminders.execute(AT_ONCE);
    }

    private void page(ClaimPages.Claim claim) {
        boolean arrives = call(claim.tenant().id(), CallPurpose.EMERGENCY);
        pagesSent += arrives ? 1 : 0;
        pagesRefused += arrives ? 0 : 1;
        escalations.settlePage.execute(
                claim.page(),
                arrives
                        ? new Pager.Delivered(
                                claim.receipt().orElse("om_" + claim.page().id()))
                        : new Pager.Refused(Page.End.OUT_OF_BUDGET, "used up"));
    }

    private void remind(Claim claim) {
        Delivery delivery = call(claim.tenant().id(), CallPurpose.REMINDER)
                ? new Delivered("om_" + claim.reminder().id())
                : new Refused(Reason.OUT_OF_BUDGET, "used up");
        desk.settleReminder.execute(claim.permit(), delivery);
    }

    /** Counted before it is made; Lark counts for itself. */
    private boolean call(TenantId tenant, CallPurpose purpose) {
        Optional<Charge> charge = desk.meterCalls.take(tenant, purpose);
        if (charge.isPresent() && !lark.call(tenant)) {
            desk.meterCalls.exhaust(charge.get());
            return false;
        }
        return charge.isPresent();
    }

    private void happen() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        boolean works = now.getDayOfWeek() != DayOfWeek.SATURDAY
                && now.getDayOfWeek() != DayOfWeek.SUNDAY
                && now.getHour() >= 8
                && now.getHour() < 18;
        if (works) {
            firms().forEach(firm -> write(firm, now));
        }
        foreignApp(now);
        emergencies(now);
    }

    /** About 1 in 500 minutes has a burst: somebody mentions ten people in each of ten messages. */
    private void write(Firm firm, OffsetDateTime now) {
        int mentions = firm.people().size() * firm.mentionsADay();
        if (chance.nextInt(600) < mentions) {
            for (int left = Math.max(1, mentions / 600); left > 0; left--) {
                mention(firm, List.of(any(firm)));
            }
        }
        if (chance.nextInt(500) == 0) {
            List<Person> named = new ArrayList<>();
            for (int each = 0; each < 10; each++) {
                named.add(any(firm));
            }
            for (int message = 0; message < 10; message++) {
                mention(firm, named);
            }
        }
        if (now.getMinute() % 5 == 0) {
            read(firm, any(firm));
        }
    }

    private Person any(Firm firm) {
        return firm.people().get(chance.nextInt(firm.people().size()));
    }

    private void mention(Firm firm, List<Person> named) {
        StringBuilder words = new StringBuilder("Look");
        named.forEach(person -> words.append(' ').append(Scene.at(person)));
        desk.postMessage.execute(new PostMessage.Command(
                firm.group().id(), tam.id(), new ClientId(ids.uuid()), MessageBody.parse(words.toString())));
        // One in four is there, and reads it at once
        named.stream().filter(person -> chance.nextInt(4) == 0).forEach(person -> read(firm, person));
    }

    private void read(Firm firm, Person person) {
        desk.markRead.execute(new MarkRead.Command(firm.group().id(), person.id(), Long.MAX_VALUE, false));
    }

    /** Half of what Lark gives in a month, a part of it every night at once. */
    private void foreignApp(OffsetDateTime now) {
        if (now.getHour() == 2 && now.getMinute() == 0) {
            for (int left = FOREIGN_CALLS / 30 + (now.getDayOfMonth() <= FOREIGN_CALLS % 30 ? 1 : 0);
                    left > 0;
                    left--) {
                lark.call(shared.tenant().id());
            }
        }
    }

    /** Each firm has one every third day, at a time of its own; it is acknowledged after three minutes, and over after half an hour. */
    private void emergencies(OffsetDateTime now) {
        if (now.getMinute() == 0 && running.isEmpty()) {
            int hour = now.getHour();
            for (int which = 0; which < firms().size(); which++) {
                if (hour == 5 + 6 * which && (now.getDayOfMonth() + which) % 3 == 0) {
                    declare(firms().get(which));
                }
            }
        }
        running.ifPresent(emergency -> answer(emergency, Duration.between(emergency.at(), now)));
    }

    private void declare(Firm firm) {
        DeclareEmergency.Result result = escalations.declare.execute(new DeclareEmergency.Command(
                firm.ticket().id(),
                firm.people().get(0).id(),
                Emergency.Reason.BUSINESS_UNAVAILABLE,
                "Nothing works",
                new ClientId(ids.uuid())));
        if (!(result instanceof DeclareEmergency.Started started)) {
            throw new IllegalStateException("not started: " + result);
        }
        declared++;
        running = Optional.of(new Running(started.emergency(), clock.instant()));
    }

    private void answer(Running emergency, Duration age) {
        Emergency stored = stores.emergencies().find(emergency.emergency().id()).orElseThrow();
        if (age.equals(Duration.ofMinutes(3))) {
            escalations.acknowledge.execute(
                    new AcknowledgeEmergency.Command(stored.id(), engineer.id(), stored.version()));
        }
        if (age.equals(Duration.ofMinutes(30))) {
            escalations.end.execute(new EndEmergency.Command(stored.id(), engineer.id(), "Restored", stored.version()));
            running = Optional.empty();
        }
    }
}
