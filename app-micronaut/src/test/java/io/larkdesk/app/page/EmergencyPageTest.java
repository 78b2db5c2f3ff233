package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.escalation.ForeseePages.Foreseen;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens next is said as the support plan has it, and the roster. */
class EmergencyPageTest {

    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final List<StaffRole> OTHERS = List.of(StaffRole.TAM, StaffRole.DUTY_MANAGER);

    private static EmergencyPage page(Language language, Foreseen next) {
        return new EmergencyPage(
                new GroupDialog(Samples.viewer(language, Theme.SYSTEM), "csrf", "/group", "#1042 Writes time out"),
                "/group/emergency",
                "id",
                next,
                EmergencyPage.Entered.NOTHING,
                Optional.empty());
    }

    private static Foreseen onDuty(List<StaffRole> later, int rounds, String... names) {
        return new Foreseen(
                people(names), true, FIVE, later, Optional.of(rounds).filter(most -> most > 0));
    }

    private static List<Person> people(String... names) {
        return Stream.of(names)
                .map(name -> new Person(
                        new PersonId(new TenantId(Samples.id("Alder Cloud")), Samples.id(name)),
                        new OpenId("ou_" + Samples.id(name)),
                        PersonName.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Language.EN,
                        Optional.of(StaffRole.ENGINEER)))
                .toList();
    }

    @Test
    void thoseOnDutyAreNamedAndWhoComesAfterThem() {
        EmergencyPage page = page(Language.EN, onDuty(OTHERS, 0, "Amara Diallo", "Tomás Ferreira"));

        assertThat(page.now()).isEqualTo("Paged in Lark now: Amara Diallo, Tomás Ferreira.");
        assertThat(page.then())
                .contains("After 5 minutes without an answer: the TAM on duty, then the duty manager,"
                        + " and so on until someone acknowledges.");
    }

    @Test
    void whereNobodyElseIsOnDutyTheSameArePagedAgain() {
        assertThat(page(Language.EN, onDuty(List.of(), 0, "Grace Owusu")).then())
                .contains(
                        "After 5 minutes without an answer they are paged again, and so on until someone acknowledges.");
        assertThat(page(Language.EN, onDuty(List.of(), 2, "Grace Owusu")).then())
                .contains("After 5 minutes without an answer they are paged again, and so on for 2 rounds."
                        + " Then you read in the ticket whom to call.");
    }

    @Test
    void whereNobodyIsOnDutyItSaysWhoIsPagedInstead() {
        Foreseen instead = new Foreseen(people("Sofia Lindqvist"), false, FIVE, List.of(), Optional.empty());
        Foreseen nobody = new Foreseen(List.of(), false, FIVE, List.of(), Optional.empty());

        assertThat(page(Language.EN, instead).now())
                .isEqualTo("Nobody is on duty right now. Paged in Lark instead: Sofia Lindqvist.");
        assertThat(page(Language.EN, nobody).now()).isEqualTo("Nobody is there to be paged right now. Call your TAM.");
        assertThat(page(Language.EN, nobody).then()).isEmpty();
    }

    @Test
    void aPlanThatEndsSaysWhatComesThen() {
        assertThat(page(Language.EN, onDuty(List.of(), 1, "Grace Owusu")).then())
                .contains("If nobody acknowledges within 5 minutes, you read in the ticket whom to call.");
        assertThat(page(Language.EN, onDuty(OTHERS, 1, "Grace Owusu")).then())
                .contains("After 5 minutes without an answer: the TAM on duty, then the duty manager."
                        + " Then you read in the ticket whom to call.");
    }

    @Test
    void theSameInChinese() {
        EmergencyPage page = page(Language.ZH, onDuty(OTHERS, 2, "陈伟", "王芳"));

        assertThat(page.now()).isEqualTo("现在：在 Lark 中呼叫 陈伟、王芳。");
        assertThat(page.then()).contains("5 分钟内无人响应：呼叫值班技术服务经理，然后是值班经理，共 2 轮。之后工单中会显示联系方式。");
    }
}
