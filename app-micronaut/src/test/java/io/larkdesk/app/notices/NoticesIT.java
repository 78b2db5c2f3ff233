package io.larkdesk.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.RunningDesk.Node;
import io.larkdesk.core.notice.TellDrift;
import io.larkdesk.core.notice.TellGaps;
import io.larkdesk.core.onboarding.ActivationObserver;
import io.larkdesk.core.onboarding.Drift;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Preflights;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NoticesIT {

    private static final Pattern COUNTED = Pattern.compile("\"counted\" ?: ?(\\d+)");
    private static final Pattern MESSAGE = Pattern.compile("\"message_id\"");

    private static RunningDesk desk;
    private static Node one;
    private static Node two;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        one = desk.node();
        two = desk.addNode();
        one.endRounds();
        two.endRounds();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Tenant tenant(String app) {
        return one.bean(Tenants.class).findByApp(new AppId(app)).orElseThrow();
    }

    private static PersonId person(String openId) {
        return one.bean(People.class)
                .findByOpenId(tenant("cli_alder").id(), new OpenId(openId))
                .orElseThrow()
                .id();
    }

    private static Instant now() {
        return one.bean(Transactions.class).inTransaction(now -> now);
    }

    private static int counted() {
        Matcher matcher = COUNTED.matcher(desk.ask("/sandbox/calls?app_id=cli_alder"));
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private static String messages(String openId) {
        return desk.ask("/sandbox/messages?app_id=cli_alder&open_id=" + openId);
    }

    private static void send() {
        one.bean(NoticeRounds.class).send();
        two.bean(NoticeRounds.class).send();
    }

    private static long among(String messages) {
        return MESSAGE.matcher(messages).results().count();
    }

    @Test
    void aGapIsToldToTheDutyManagerOnceByOneCall() {
        Shift shift = new Shift(person("ou_tomas"), StaffRole.DUTY_MANAGER, now(), now().plus(Duration.ofDays(20)));
        one.bean(Roster.class).save(shift);
        int before = counted();
        long had = among(messages("ou_tomas"));

        assertThat(one.bean(TellGaps.class).execute()).hasSize(1);
        assertThat(two.bean(TellGaps.class).execute()).isEmpty();
        send();
        send();

        assertThat(counted()).isEqualTo(before + 1);
        String messages = messages("ou_tomas");
        assertThat(among(messages)).isEqualTo(had + 1);
        assertThat(messages).contains("No engineer from", "/console/roster");
        one.bean(Roster.class).delete(shift);
    }

    @Test
    void aDriftIsToldToTheTamWithAWayToTheCustomer() {
        Tenant harbour = tenant("cli_harbour");
        one.bean(Preflights.class).add(new Drift(harbour.id(), now(), Set.of(Check.BOT)));

        assertThat(one.bean(TellDrift.class).execute()).isPresent();
        assertThat(two.bean(TellDrift.class).execute()).isEmpty();
        send();

        assertThat(messages("ou_sofia"))
                .contains("The Lark app of Harbour Retail Group is not as it was", "/console/tenants/" + harbour.id());
    }

    @Test
    void thatACustomerCameIntoServiceIsToldToTheTam() {
        Tenant meridian = tenant("cli_meridian");
        one.bean(Transactions.class).inTransaction(now -> {
            one.bean(ActivationObserver.class).activated(person("ou_sofia"), meridian, now);
            return now;
        });
        send();

        assertThat(messages("ou_sofia")).contains(meridian.organisation() + " is in service");
    }
}
