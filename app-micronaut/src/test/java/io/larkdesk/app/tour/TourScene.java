package io.larkdesk.app.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.StoppedClock;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Two hours of the demo's people, in which no session ends, up to half past two in Singapore: minute by minute the same each time. */
final class TourScene {

    /** When the pictures are taken: a Tuesday. */
    static final Instant NOW = Instant.parse("2026-11-24T06:30:00Z");

    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    private final RunningDesk desk;
    private final StoppedClock clock;
    private final SignedIn daniel;
    private final SignedIn mei;
    private final SignedIn sofia;
    private final SignedIn amara;
    private final SignedIn tomas;

    /** Plays them. */
    TourScene(RunningDesk desk, StoppedClock clock) {
        this.desk = desk;
        this.clock = clock;
        at("04:40");
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        amara = SignedIn.to(desk.node(), "cli_alder", "ou_amara");
        tomas = SignedIn.to(desk.node(), "cli_alder", "ou_tomas");
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        plan();
        spend();
        morning();
        emergency();
        afternoon();
        at("06:30");
    }

    /** The page of Meridian's budget. */
    String budget() {
        return "/console/budgets/" + meridian().id().value();
    }

    /** The service group's page, as the customer has it. */
    String serviceGroup() {
        return daniel.path("");
    }

    private void at(String time) {
        clock.set(TODAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC));
    }

    /** Tomás has the nights, and stands in at noon, when Amara is there, too: it is certain who gets which ticket. */
    private void plan() {
        LocalDate monday = TODAY.with(DayOfWeek.MONDAY);
        shift(sofia, StaffRole.TAM, monday, "00:00", Shift.LONGEST);
        shift(sofia, StaffRole.DUTY_MANAGER, monday, "00:00", Shift.LONGEST);
        for (int day = 0; day < 21; day++) {
            shift(amara, StaffRole.ENGINEER, monday.plusDays(day), "00:00", Duration.ofHours(10));
            shift(tomas, StaffRole.ENGINEER, monday.plusDays(day), "05:00", Duration.ofHours(1));
            shift(tomas, StaffRole.ENGINEER, monday.plusDays(day), "10:00", Duration.ofHours(14));
        }
    }

    private void shift(SignedIn who, StaffRole role, LocalDate day, String from, Duration length) {
        Instant begins = day.atTime(LocalTime.parse(from)).toInstant(ZoneOffset.UTC);
        desk.node().bean(Roster.class).save(new Shift(who.person().id(), role, begins, begins.plus(length)));
    }

    /** Nobody of Meridian is here, so nothing is added to this while pictures are taken. */
    private void spend() {
        CallBudgets budgets = desk.node().bean(CallBudgets.class);
        for (int day = 1; day <= TODAY.getDayOfMonth(); day++) {
            LocalDate date = TODAY.withDayOfMonth(day);
            boolean isWeekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            int calls = isWeekend ? 6 : 40 + day * 7 % 23;
            for (int call = 0; call < calls; call++) {
                budgets.take(meridian().id(), date, call % 9 == 8 ? CallPurpose.NOTICE : CallPurpose.REMINDER, 8_000);
            }
            budgets.addSaved(meridian().id(), date, Saving.READ_IN_TIME, calls * 3 / 2);
            budgets.addSaved(meridian().id(), date, Saving.COALESCED, calls / 2);
        }
    }

    private Tenant meridian() {
        return desk.node()
                .bean(Tenants.class)
                .findByApp(new AppId("cli_meridian"))
                .orElseThrow();
    }

    private void morning() {
        at("04:45");
        long tls = open(
                mei, "TLS 1.0 still offered on eu-lb-2", "Load Balancer", "NORMAL", "A scan of this week found it.");
        at("05:05");
        say(engineer(tls), tls, "The policy of that balancer was never moved. It is now.");
        change(
                engineer(tls),
                tls,
                "resolve",
                Map.of("resolution", "Moved to the policy of 2026, which begins at TLS 1.2"));
        at("05:10");
        open(daniel, "Billing export misses tags of project ledger", "Billing", "LOW", "Since the first of the month.");
        at("05:15");
        long restore =
                open(daniel, "Restore test for bucket hr-ledger", "Object Storage", "NORMAL", "For the audit, please.");
        at("05:20");
        say(engineer(restore), restore, "I restore the state of Sunday into hr-ledger-test.");
        at("05:30");
        long cdn =
                open(daniel, "CDN cache misses since 13:00 deploy", "CDN", "HIGH", "Hit rate fell from 96 % to 40 %.");
        at("05:40");
        say(engineer(cdn), cdn, "Every answer carries Vary: Cookie since then. Is that wanted?");
        change(engineer(cdn), cdn, "await-customer", Map.of());
    }

    private void emergency() {
        at("06:21");
        long checkout = open(
                daniel,
                "Checkout writes time out on pg-prod-3",
                "Managed PostgreSQL",
                "CRITICAL",
                "Since 14:15 all writes of checkout end after 30 s. Reads are fine.");
        String ticket = ticket(daniel, checkout);
        at("06:22");
        done(daniel.submit(
                ticket + "/emergency",
                Map.of(
                        "clientId", UUID.randomUUID().toString(),
                        "reason", "BUSINESS_UNAVAILABLE",
                        "impact", "Checkout is down for all 340 shops")));
        await().until(() -> daniel.browser().get(ticket).body().contains("Level 1 paged"));
        at("06:24");
        SignedIn engineer = engineer(checkout);
        String page = engineer.browser().get(ticket(engineer, checkout)).body();
        done(engineer.submit(
                ticket(engineer, checkout) + "/emergency/acknowledge",
                Map.of("version", emergencyField(page, "version"), "emergency", emergencyField(page, "emergency"))));
        say(engineer, checkout, "Replication slots fill up. Failing over pg-prod-3 now.");
        at("06:27");
        say(daniel, checkout, "Shops report that payments come back one by one.");
    }

    private void afternoon() {
        at("06:28");
        say(sofia, "Good afternoon. Maintenance of the load balancers is on Thursday at 22:00.");
        say(mei, "Thanks. Does it touch eu-lb-2 as well?");
        Answer last = say(sofia, "Yes, for about two minutes.");
        done(daniel.send(daniel.path("/read"), Map.of("upTo", Long.toString(SignedIn.seq(last)))));
        at("06:29");
        say(tomas, "I will be on the bridge for the failover test, too.");
        say(sofia, "<@" + daniel.person().id().value() + "> can your team be there at 21:45?");
    }

    private Answer say(SignedIn who, String words) {
        return say(who, SignedIn.groupOf(desk.node(), daniel.app()), words);
    }

    private static Answer say(SignedIn who, GroupId group, String words) {
        return done(who.send(who.path(group, "/messages"), SignedIn.message(words)));
    }

    private long open(SignedIn who, String title, String product, String severity, String description) {
        Map<String, String> form = new HashMap<>(SignedIn.ticket(title));
        form.putAll(Map.of("product", "product:" + product, "severity", severity, "description", description));
        Answer created = who.send(who.path("/tickets"), form);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return Long.parseLong(created.location().replaceAll(".*/tickets/(\\d+).*", "$1"));
    }

    /** The address of the ticket as {@code who} has it. */
    static String ticket(SignedIn who, long number) {
        return "/lark/" + who.app() + "/tickets/" + number;
    }

    private void say(SignedIn who, long ticket, String words) {
        say(who, find(ticket).id(), words);
    }

    private SignedIn engineer(long ticket) {
        PersonId engineer = find(ticket).engineer().orElseThrow();
        return Stream.of(sofia, amara, tomas)
                .filter(staff -> staff.person().id().equals(engineer))
                .findFirst()
                .orElseThrow();
    }

    private Ticket find(long ticket) {
        return desk.node()
                .bean(Tickets.class)
                .findByNumber(new TicketNumber(ticket))
                .orElseThrow();
    }

    private static void change(SignedIn who, long ticket, String change, Map<String, String> fields) {
        String page = who.browser().get(ticket(who, ticket)).body();
        Map<String, String> form = new HashMap<>(fields);
        form.put("version", page.replaceAll("(?s).*?name=\"version\" value=\"(\\d+)\".*", "$1"));
        done(who.submit(ticket(who, ticket) + "/" + change, form));
    }

    private static String emergencyField(String page, String name) {
        return page.replaceAll("(?s).*?/emergency/acknowledge\".*?name=\"" + name + "\" value=\"([^\"]+)\".*", "$1");
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(400);
        return answer;
    }
}
