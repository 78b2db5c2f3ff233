package io.larkdesk.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Holiday;
import io.larkdesk.core.clock.Hours;
import io.larkdesk.core.clock.ServiceTargets;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.EscalationPolicy.Step;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.ReminderWindow;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapReaderTest {

    private static final String WHOLE = """
            provider:
              organisation: Alder Cloud
              app_id: cli_alder
              app_secret: s1
              edition: paid
            staff:
              - {open_id: ou_sofia, name: Sofia Lindqvist, role: tam}
            plans:
              - name: Enterprise
            tenants:
              - organisation: Harbour Retail Group
                app_id: cli_harbour
                app_secret_env: HARBOUR_SECRET
                brand: feishu
                allowance: 8000
                plan: Enterprise
                service_team: [ou_sofia]
            """;

    private static final SupportPlan STANDARD =
            new SupportPlan(Duration.ofMinutes(30), EscalationPolicy.standard(Duration.ofMinutes(5), Optional.empty()));

    private final BootstrapReader reader = new BootstrapReader(Map.of("HARBOUR_SECRET", "s2")::get, STANDARD);

    @Test
    void wholeFileIsUnderstood() {
        BootstrapFile file = reader.read(WHOLE);

        assertThat(file.provider().organisation()).isEqualTo("Alder Cloud");
        assertThat(file.provider().allowance()).isEqualTo(Allowance.UNLIMITED);
        assertThat(file.staff()).singleElement().satisfies(sofia -> assertThat(sofia.role())
                .isEqualTo(StaffRole.TAM));
        assertThat(file.customers()).singleElement().satisfies(customer -> {
            assertThat(customer.tenant().brand()).isEqualTo(Brand.FEISHU);
            assertThat(customer.tenant().edition()).isEqualTo(Edition.FREE);
            assertThat(customer.tenant().allowance()).isEqualTo(new Allowance(8000));
            assertThat(customer.tenant().secret().reveal()).isEqualTo("s2");
            assertThat(customer.serviceTeam()).containsExactly("ou_sofia");
        });
    }

    @Test
    void plansPromiseWhatTheySayAndElseWhatAllDo() {
        assertThat(reader.read(WHOLE).plans()).isEmpty();
        String promises = """
                  - name: Enterprise
                    reply_within: PT10M
                    emergency:
                      - {level: engineer, acknowledge_within: PT2M}
                      - {level: duty_manager, acknowledge_within: PT1H}
                    rounds: 3
                  - {name: Business, confirm_every: PT2H}
                """;
        assertThat(reader.read(WHOLE.replace("  - name: Enterprise\n", promises))
                        .plans())
                .isEqualTo(Map.of(
                        new PlanName("Enterprise"),
                        new SupportPlan(
                                Duration.ofMinutes(10),
                                new EscalationPolicy(
                                        List.of(
                                                new Step(StaffRole.ENGINEER, Duration.ofMinutes(2)),
                                                new Step(StaffRole.DUTY_MANAGER, Duration.ofHours(1))),
                                        Optional.of(3),
                                        Duration.ofMinutes(30))),
                        new PlanName("Business"),
                        new SupportPlan(
                                STANDARD.replyWithin(),
                                new EscalationPolicy(
                                        STANDARD.escalation().steps(), Optional.empty(), Duration.ofHours(2)))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    reply_within: x                                        | plans[0].reply_within cannot be 'x'
                    reply_within: PT59S                                    | plans[0].reply_within cannot be 'PT59S'
                    confirm_every: P2D                                     | plans[0].confirm_every cannot be 'P2D'
                    rounds: 0                                              | plans[0].rounds cannot be '0'
                    rounds: many                                           | plans[0].rounds cannot be 'many'
                    emergency: [{level: admin, acknowledge_within: PT5M}]  | plans[0].emergency[0].level is not engineer
                    emergency: [{level: x, acknowledge_within: PT5M}]      | plans[0].emergency[0].level cannot be 'x'
                    emergency: [{level: tam}]                              | plans[0].emergency[0].acknowledge_within is missing
                    emergency: 5                                           | plans[0].emergency is not a list
                    reminder_window: PT9M                                  | plans[0].reminder_window cannot be 'PT9M'
                    targets: [{severity: low, response: PT1H}]             | plans[0].calendar is missing
                    """)
    void whatAPlanCannotPromiseIsNamed(String promise, String problem) {
        String file = WHOLE.replace("  - name: Enterprise\n", "  - name: Enterprise\n    " + promise + "\n");
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(BootstrapException.class)
                .hasMessageContaining(problem);
    }

    private static final String CALENDARS = """
            calendars:
              - {name: Always, zone: UTC}
              - name: Office
                zone: Asia/Shanghai
                hours: {monday: "09:00-12:00, 13:00-24:00"}
                holidays: [2027-01-01 元旦]
            """;

    @Test
    void calendarsAndTargetsAreUnderstood() {
        String promises = """
                  - name: Enterprise
                    calendar: Office
                    warn_at_percent: 90
                    reminder_window: PT30M
                    targets:
                      - {severity: critical, response: PT15M, resolution: PT4H}
                      - {severity: low, response: P2D}
                """;

        BootstrapFile file = reader.read(CALENDARS + WHOLE.replace("  - name: Enterprise\n", promises));

        assertThat(file.calendars())
                .containsExactly(
                        BusinessCalendar.alwaysOpen(new CalendarName("Always"), ZoneId.of("UTC")),
                        new BusinessCalendar(
                                new CalendarName("Office"),
                                ZoneId.of("Asia/Shanghai"),
                                Map.of(DayOfWeek.MONDAY, Hours.parseAll("09:00-12:00, 13:00-24:00")),
                                List.of(Holiday.parse("2027-01-01 元旦"))));
        assertThat(file.plans())
                .isEqualTo(Map.of(
                        new PlanName("Enterprise"),
                        new SupportPlan(
                                STANDARD.replyWithin(),
                                STANDARD.escalation(),
                                Optional.of(new ServiceTargets(
                                        new CalendarName("Office"),
                                        Map.of(
                                                Severity.CRITICAL,
                                                new Target(
                                                        Optional.of(Duration.ofMinutes(15)),
                                                        Optional.of(Duration.ofHours(4))),
                                                Severity.LOW,
                                                new Target(Optional.of(Duration.ofDays(2)), Optional.empty())),
                                        90)),
                                Optional.of(new ReminderWindow(Duration.ofMinutes(30))))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zone: Mars                                    | calendars[0].zone cannot be 'Mars'
                    zone: UTC, hours: {monday: 9-5}               | calendars[0].hours.monday cannot be '9-5'
                    zone: UTC, hours: {funday: "09:00-10:00"}     | calendars[0].hours.funday is unknown
                    zone: UTC, hours: {}                          | calendars[0].hours or holidays make no calendar
                    zone: UTC, holidays: [New Year]               | calendars[0].holidays has 'New Year'
                    """)
    void whatIsNoCalendarIsNamed(String says, String problem) {
        assertThatThrownBy(() -> reader.read("calendars: [{name: X, " + says + "}]\n" + WHOLE))
                .isInstanceOf(BootstrapException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void productsAndShiftsAreUnderstood() {
        BootstrapFile file =
                reader.read(WHOLE.replace("  edition: paid", "  edition: paid\n  products: [CDN, 对象存储]") + """
                roster:
                  - {person: ou_sofia, role: engineer, from: 2026-03-09T09:00+08:00, until: "2026-03-09T10:00:00Z"}
                """);

        assertThat(file.products()).contains(List.of(new Product("CDN"), new Product("对象存储")));
        assertThat(file.roster())
                .containsExactly(new BootstrapFile.Duty(
                        "ou_sofia",
                        StaffRole.ENGINEER,
                        Instant.parse("2026-03-09T01:00:00Z"),
                        Instant.parse("2026-03-09T10:00:00Z")));
        assertThat(reader.read(WHOLE).products()).isEmpty();
        assertThat(reader.read(WHOLE).roster()).isEmpty();
    }

    @Test
    void peopleJoinAtSignInUnlessTheFileSaysOtherwise() {
        assertThat(reader.read(WHOLE).customers())
                .allMatch(customer -> customer.tenant().joinsAtSignIn());
        assertThat(reader.read(WHOLE + "    join_at_sign_in: false\n").customers())
                .noneMatch(customer -> customer.tenant().joinsAtSignIn());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ou_nobody|2026-03-09T09:00Z|2026-03-09T10:00Z|roster[0].person names 'ou_nobody'",
                "ou_sofia|tomorrow|2026-03-09T10:00Z|roster[0].from cannot be 'tomorrow'",
                "ou_sofia|2026-03-09T09:00|2026-03-09T10:00Z|roster[0].from cannot be",
                "ou_sofia|2026-03-09T09:00Z|2026-03-09T09:00Z|roster[0].until is not after from",
                "ou_sofia|2026-03-09T09:00Z|2026-04-09T09:00:01Z|roster[0].until is not after from"
            })
    void shiftsThatMakeNoSenseAreRefused(String person, String from, String until, String problem) {
        String yaml = WHOLE + "roster:\n  - {person: " + person + ", role: engineer, from: \"" + from + "\", until: \""
                + until + "\"}\n";

        assertThatThrownBy(() -> reader.read(yaml))
                .isInstanceOf(BootstrapException.class)
                .hasMessageStartingWith(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app_id: cli_alder     | app_id: 'cli alder'   | provider.app_id cannot be 'cli alder'",
                "app_secret: s1        | app_secret: ''        | provider.app_secret or app_secret_env",
                "edition: paid         | edition: gold         | provider.edition cannot be 'gold'",
                "edition: paid         | edtion: paid          | provider.edtion is unknown",
                "role: tam             | role: boss            | staff[0].role cannot be 'boss'",
                "name: Enterprise      | name: Basic           | tenants[0].plan 'Enterprise' is not among plans",
                "[ou_sofia]            | [ou_tom]              | tenants[0].service_team names 'ou_tom'",
                "[ou_sofia]            | ou_sofia              | tenants[0].service_team is not a list",
                "HARBOUR_SECRET        | NOT_SET               | tenants[0].app_secret_env names a variable that is not set",
                "allowance: 8000       | allowance: -1         | tenants[0].allowance cannot be '-1'",
                "allowance: 8000       | join_at_sign_in: maybe | tenants[0].join_at_sign_in cannot be 'maybe'",
                "allowance: 8000       | app_secret: s3        | tenants[0].app_secret or app_secret_env",
                "plans:                | provider:             | found duplicate key provider",
            })
    void aSlipIsNamedWithItsPlace(String right, String wrong, String problem) {
        assertThatThrownBy(() -> reader.read(WHOLE.replace(right, wrong)))
                .isInstanceOf(BootstrapException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({"''", "just words", "[a]", "'{'"})
    void whatIsNoMappingIsRefused(String yaml) {
        assertThatThrownBy(() -> reader.read(yaml)).isInstanceOf(BootstrapException.class);
    }
}
