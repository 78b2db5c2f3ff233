package io.larkdesk.app.console.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.budget.BudgetHistory;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets in the console: who sees them, what stands there, what the simulator says, and how an allowance is changed. */
class BudgetsIT {

    private static final String BUDGETS = "/console/budgets";

    private static RunningDesk desk;
    private static SignedIn ines;
    private static SignedIn sofia;
    private static SignedIn amara;
    private static SignedIn daniel;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
        sofia = SignedIn.toConsole(desk.node(), "ou_sofia");
        amara = SignedIn.toConsole(desk.node(), "ou_amara");
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void agree() {
        bean(Tenants.class).save(harbour().with(Edition.FREE, Allowance.FREE_EDITION));
    }

    private static <T> T bean(Class<T> type) {
        return desk.node().bean(type);
    }

    private static Tenant tenant(String app) {
        return bean(Tenants.class).findByApp(new AppId(app)).orElseThrow();
    }

    private static Tenant harbour() {
        return tenant("cli_harbour");
    }

    private static String path(Tenant tenant) {
        return BUDGETS + "/" + tenant.id().value();
    }

    private static LocalDate today() {
        return CallDay.of(now());
    }

    private static Instant now() {
        return bean(Transactions.class).inTransaction(now -> now);
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "seen_edition", "FREE",
                "seen_allowance", "10000",
                "edition", "FREE",
                "allowance", "5000",
                "reason", "Their CRM sends cards, too"));
    }

    private static Answer change(SignedIn who, Map<String, String> form) {
        return who.submit(path(harbour()) + "/allowance", form);
    }

    @Test
    void whoServesACustomerSeesItsBudget() {
        for (SignedIn one : List.of(ines, sofia)) {
            assertThat(one.browser().get(BUDGETS).body())
                    .contains("Harbour Retail Group", "Meridian Labs", "of 10,000");
            assertThat(one.browser().get(path(harbour())).status()).isEqualTo(200);
        }
        assertThat(amara.browser().get(BUDGETS).status()).isEqualTo(403);
        assertThat(amara.browser().get(path(harbour())).status()).isEqualTo(404);
        assertThat(change(amara, form()).status()).isEqualTo(404);
        assertThat(sofia.browser().get(path(tenant("cli_alder"))).status()).isEqualTo(404);
        assertThat(ines.browser().get(path(tenant("cli_alder"))).body())
                .contains("Alder Cloud", "name=\"allowance\"")
                .doesNotContain("simulator");
        assertThat(ines.browser().get(BUDGETS + "/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(ines.browser().get(BUDGETS + "/x").status()).isEqualTo(404);
        assertThat(sofia.browser().get("/console/tenants/" + harbour().id()).body())
                .contains(path(harbour()));
    }

    @Test
    void theLedgerSaysWhatCallsWentTo() {
        Tenant meridian = tenant("cli_meridian");
        CallBudgets budgets = bean(CallBudgets.class);
        for (int call = 0; call < 7; call++) {
            budgets.take(meridian.id(), today(), CallPurpose.EMERGENCY, 10_000);
        }
        budgets.addSaved(meridian.id(), today(), Saving.COALESCED, 11);

        String page = sofia.browser().get(path(meridian)).body();

        assertThat(page)
                .containsPattern("News of Emergencies</th><td class=\"num\">7</td><td class=\"num\">7</td>")
                .containsPattern("in one reminder</th><td class=\"num\">11</td><td class=\"num\">11</td>")
                .containsPattern("All calls</th><td class=\"num\">7</td><td class=\"num\">7</td>")
                .contains("300 calls, which reminders never use");
    }

    @Test
    void anAllowanceIsChangedWithAReasonThatIsKept() {
        Answer changed = change(sofia, form());

        assertThat(changed.status()).isEqualTo(303);
        assertThat(harbour().allowance()).isEqualTo(new Allowance(5_000));
        assertThat(sofia.browser().get(changed.location()).body())
                .contains("role=\"status\"", "Their CRM sends cards, too", "5,000 a month", "Sofia Lindqvist");
        assertThat(bean(BudgetHistory.class)
                        .listChanges(harbour().id(), 1)
                        .get(0)
                        .after())
                .isEqualTo(new CallTerms(Edition.FREE, new Allowance(5_000)));
    }

    @Test
    void anEmptyNumberIsNoLimit() {
        Map<String, String> form = form();
        form.put("edition", "PAID");
        form.put("allowance", " ");

        assertThat(change(ines, form).status()).isEqualTo(303);
        assertThat(harbour().allowance()).isEqualTo(Allowance.UNLIMITED);
        assertThat(ines.browser().get(path(harbour())).body()).contains("without limit");
    }

    @Test
    void whatWasChangedMeanwhileIsNotOverwritten() {
        assertThat(change(sofia, form()).status()).isEqualTo(303);
        Map<String, String> late = form();
        late.put("allowance", "4000");

        Answer refused = change(ines, late);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("id=\"problem\"", "value=\"4000\"", "name=\"seen_allowance\" value=\"5000\"");
        assertThat(harbour().allowance()).isEqualTo(new Allowance(5_000));
    }

    @Test
    void whatIsAgreedAlreadyIsNoChange() {
        int before = bean(BudgetHistory.class).listChanges(harbour().id(), 99).size();
        Map<String, String> same = form();
        same.put("allowance", "10000");

        assertThat(change(sofia, same).location()).endsWith("?done=same");
        assertThat(bean(BudgetHistory.class).listChanges(harbour().id(), 99)).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "edition|FREEMIUM|edition",
                "edition|<none>|edition",
                "allowance|10001|allowance",
                "allowance|-1|allowance",
                "allowance|1.5|allowance",
                "allowance|2147483647|allowance",
                "allowance|99999999999999999999|allowance",
                "allowance|<none>|allowance",
                "reason|''|reason",
                "reason|'   '|reason",
                "reason|<none>|reason",
                "reason|<long>|reason",
                "reason|<lines>|reason",
                "seen_edition|<none>|allowance",
                "seen_allowance|x|allowance"
            })
    void whatIsWrongIsRefusedAndChangesNothing(String field, String value, String wrong) {
        Map<String, String> form = form();
        switch (value) {
            case "<none>" -> form.remove(field);
            case "<long>" -> form.put(field, "x".repeat(201));
            case "<lines>" -> form.put(field, "one\ntwo");
            default -> form.put(field, value);
        }

        Answer refused = change(sofia, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"problem\"")
                .containsPattern("name=\"" + wrong + "\"[^>]*aria-invalid=\"true\"");
        assertThat(harbour().allowance()).isEqualTo(Allowance.FREE_EDITION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "many", "1000001", "99999999999999999999"})
    void theSimulatorAsksForANumberOfPeople(String people) {
        Answer refused = sofia.browser().get(path(harbour()) + "?people=" + people);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"people-problem\"");
    }

    @Test
    void theSimulatorSaysWhenItKnowsTooLittleAndAnswersWhenItKnowsEnough() {
        assertThat(sofia.browser().get(path(harbour()) + "?people=200").body()).contains("at least 20");
        mention(Duration.ofDays(9), 30);

        String page = sofia.browser().get(path(harbour()) + "?people=200").body();

        assertThat(page)
                .contains("200 people would need about", "From 30 mentions")
                .doesNotContain("at least 20");
        assertThat(page).contains("value=\"200\"");
    }

    /** Daniel was mentioned as often, an hour apart. */
    private static void mention(Duration ago, int times) {
        GroupId group = SignedIn.groupOf(desk.node(), "cli_harbour");
        PersonId author = sofia.person().id();
        for (int time = 0; time < times; time++) {
            Instant at = now().minus(ago).plus(Duration.ofHours(time));
            Content words = new Content.Words(
                    author, new ClientId(UUID.randomUUID()), MessageBody.parse("Look"), Optional.empty());
            bean(Transactions.class).inTransaction(now -> {
                Message message = bean(Messages.class).append(group, now, words);
                return bean(Mentions.class)
                        .add(message.id(), List.of(daniel.person().id()), at);
            });
        }
    }
}
