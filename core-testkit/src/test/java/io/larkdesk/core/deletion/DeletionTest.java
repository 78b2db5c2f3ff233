package io.larkdesk.core.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.auditing.CheckBook;
import io.larkdesk.core.auditing.DeletedBooks;
import io.larkdesk.core.auditing.VerifyBooks;
import io.larkdesk.core.deletion.CarryOutDeletion.Stage;
import io.larkdesk.core.deletion.CarryOutDeletion.Step;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.notice.Matter;
import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.TellDeletion;
import io.larkdesk.core.notice.TellPerson;
import io.larkdesk.core.onboarding.Access;
import io.larkdesk.core.onboarding.ChangeService;
import io.larkdesk.core.onboarding.Onboarders;
import io.larkdesk.core.onboarding.RemoveOnboarding;
import io.larkdesk.core.onboarding.StartOnboarding;
import io.larkdesk.core.onboarding.Stewards;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.testkit.FullTenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may have a customer deleted, what that waits for, and until when it can be given up. */
class DeletionTest {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration SETTLED = Duration.ofMinutes(5);
    private static final DeletionPolicy POLICY = DeletionPolicy.DEFAULT;

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(33);
    private final Scene scene = new Scene(desk, randomness);
    private final Tenant provider = scene.provider("Provider");
    private final Person ada = scene.staff(provider, "Ada", StaffRole.ADMIN);
    private final Person tam = scene.staff(provider, "Tam", StaffRole.TAM);
    private final FullTenant acme = FullTenant.in(desk, randomness, tam, "acme");
    private final Deleters deleters = new Deleters(new StaffAdministrators(desk.people()), desk.tenants());
    private final ChangeService changeService = new ChangeService(
            desk.transactions(),
            new Stewards(desk.people(), desk.tenants(), desk.groups(), desk.members()),
            desk.tenants(),
            new StandingDeletions(desk.deletions()),
            Records.audit(desk));
    private final TellDeletion tell = new TellDeletion(
            desk.groups(), new FindTam(desk.members(), desk.people()), new TellPerson(desk.notices(), randomness));
    private final RequestDeletion request = new RequestDeletion(
            desk.transactions(), deleters, changeService, desk.deletions(), POLICY, tell, Records.audit(desk));
    private final GiveUpDeletion giveUp =
            new GiveUpDeletion(desk.transactions(), deleters, desk.deletions(), tell, Records.audit(desk));
    private final ForgoExport forgo =
            new ForgoExport(desk.transactions(), deleters, desk.deletions(), Records.audit(desk));
    private final TakeExport take =
            new TakeExport(desk.transactions(), deleters, desk.deletions(), Records.audit(desk));
    private final CarryOutDeletion carryOut = new CarryOutDeletion(
            desk.transactions(),
            desk.deletions(),
            desk.erasure(),
            desk.tenants(),
            desk.auditTrail(),
            Records.audit(desk));

    private final GiveUpOnboarding giveUpOnboarding = new GiveUpOnboarding(
            desk.transactions(),
            new RemoveOnboarding(new Onboarders(desk.people(), desk.onboardings()), desk.onboardings()),
            desk.deletions(),
            Records.audit(desk));

    private TenantId begun(String name) {
        StartOnboarding start = new StartOnboarding(
                desk.transactions(), desk.people(), desk.onboardings(), randomness, Records.audit(desk));
        return ((StartOnboarding.Started) start.execute(new StartOnboarding.Command(
                        ada.id(), new OrganisationName(name), new PlanName("Gold"), tam.id())))
                .onboarding()
                .tenant();
    }

    private boolean giveUp(Person who, TenantId tenant) {
        return giveUpOnboarding.execute(new Access.ByStaff(who.id(), tenant));
    }

    private RequestDeletion.Result ask(Person who, String name) {
        return request.execute(new RequestDeletion.Command(
                who.id(), acme.tenant().id(), new OrganisationName(name), new DeletionReason("over"), false));
    }

    private void ask() {
        assertThat(ask(ada, "acme Ltd")).isEqualTo(RequestDeletion.Result.STANDS);
    }

    private GiveUpDeletion.Result stay(Person who) {
        return giveUp.execute(new GiveUpDeletion.Command(who.id(), acme.tenant().id()));
    }

    private Deletion standing() {
        return desk.deletions().find(acme.tenant().id()).orElseThrow();
    }

    private TakeExport.Taking taking() {
        return take.begin(acme.tenant().id(), ada.id()).orElseThrow();
    }

    private List<Stage> carryOut() {
        return Stream.generate(carryOut::execute)
                .takeWhile(Optional::isPresent)
                .map(step -> step.map(Step::stage).orElseThrow())
                .toList();
    }

    private List<Optional<?>> told() {
        return desk.transactions().inTransaction(now -> desk.notices().lockDue(now, 99).stream()
                .map(Notice::matter)
                .filter(Matter.Leaving.class::isInstance)
                .<Optional<?>>map(matter -> ((Matter.Leaving) matter).at())
                .toList());
    }

    private List<AuditAction> written() {
        return desk.auditTrail().listAfter(AuditBook.of(acme.tenant().id()), 0, 99).stream()
                .map(entry -> entry.event().action())
                .toList();
    }

    @Test
    void administratorsAskByNameAndTheServiceIsPaused() {
        assertThat(ask(tam, "acme Ltd")).isEqualTo(RequestDeletion.Result.NOTHING_THERE);
        assertThat(ask(acme.person(), "acme Ltd")).isEqualTo(RequestDeletion.Result.NOTHING_THERE);
        assertThat(ask(ada, "acme ltd")).isEqualTo(RequestDeletion.Result.OTHER_NAME);
        assertThat(desk.tenants().get(acme.tenant().id()).isInService()).isTrue();

        ask();
        Deletion first = standing();
        clock.advance(MOMENT);
        ask();

        assertThat(standing()).isEqualTo(first);
        assertThat(first.dueAt()).isEqualTo(first.requestedAt().plus(Duration.ofDays(30)));
        assertThat(desk.tenants().get(acme.tenant().id()).isInService()).isFalse();
        assertThat(told()).containsExactly(Optional.of(first.dueAt()));
        assertThat(written())
                .endsWith(AuditAction.SERVICE_SUSPENDED, AuditAction.DELETION_REQUESTED)
                .containsOnlyOnce(AuditAction.DELETION_REQUESTED);
    }

    @Test
    void whoIsToBeDeletedIsNotTakenIntoServiceUnlessThatIsGivenUp() {
        ask();
        ChangeService.Command resume =
                new ChangeService.Command(ada.id(), acme.tenant().id(), false);
        assertThat(changeService.execute(resume)).isEqualTo(ChangeService.Result.LEAVING);

        assertThat(stay(tam)).isEqualTo(GiveUpDeletion.Result.NOTHING_THERE);
        assertThat(stay(ada)).isEqualTo(GiveUpDeletion.Result.GIVEN_UP);
        assertThat(stay(ada)).isEqualTo(GiveUpDeletion.Result.NOTHING_THERE);

        assertThat(told()).hasSize(2).endsWith(Optional.empty());
        assertThat(desk.tenants().get(acme.tenant().id()).isInService()).isFalse();
        assertThat(changeService.execute(resume)).isEqualTo(ChangeService.Result.DONE);
        clock.advance(POLICY.waiting());
        assertThat(carryOut()).isEmpty();
    }

    @Test
    void itBeginsAtItsInstantAndThenCannotBeGivenUp() {
        ask();
        take.end(taking());
        clock.advance(POLICY.waiting().minus(MOMENT));
        assertThat(carryOut()).isEmpty();

        clock.advance(MOMENT);
        assertThat(carryOut()).containsExactly(Stage.BEGUN, Stage.ERASING, Stage.SETTLING);
        assertThat(stay(ada)).isEqualTo(GiveUpDeletion.Result.BEGUN);
        assertThat(take.begin(acme.tenant().id(), ada.id())).isEmpty();
        clock.advance(SETTLED.minus(MOMENT));
        assertThat(carryOut()).isEmpty();

        clock.advance(MOMENT);
        assertThat(carryOut()).containsExactly(Stage.GONE);
        assertThat(desk.tenants().listAll(List.of(acme.tenant().id()))).isEmpty();
        assertThat(carryOut()).isEmpty();
    }

    @Test
    void whoNeverCameIntoServiceIsDeletedAtOnce() {
        Person otto = scene.staff(provider, "Otto", StaffRole.TAM);
        TenantId dune = begun("Dune Mining");
        assertThat(giveUp(otto, dune)).isFalse();
        assertThat(giveUp(tam, acme.tenant().id())).isFalse();
        assertThat(giveUp(tam, dune)).isTrue();
        assertThat(giveUp(tam, dune)).isFalse();

        assertThat(desk.onboardings().find(dune)).isEmpty();
        carryOut();
        clock.advance(SETTLED);
        assertThat(carryOut()).containsExactly(Stage.GONE);
        assertThat(desk.auditTrail().listAfter(AuditBook.of(dune), 0, 9)).isEmpty();
        assertThat(desk.auditTrail().listAfter(AuditBook.PROVIDER, 0, 99))
                .extracting(entry -> entry.event().action())
                .endsWith(AuditAction.ONBOARDING_GIVEN_UP, AuditAction.TENANT_DELETED);
    }

    @Test
    void itsBookIsNotMissedWhereItWasKeptHowFarItWent() {
        AuditBook book = AuditBook.of(acme.tenant().id());
        ask();
        AuditEnd asked = desk.auditTrail().end(book);
        take.end(taking());
        AuditEnd last = desk.auditTrail().end(book);
        clock.advance(POLICY.waiting());
        assertThat(carryOut()).contains(Stage.ERASING);
        assertThat(missed(book, last)).as("while it goes").isFalse();
        clock.advance(SETTLED);
        assertThat(carryOut()).containsExactly(Stage.GONE);

        assertThat(missed(book, last)).isFalse();
        assertThat(missed(book, asked)).isFalse();
        assertThat(missed(book, new AuditEnd(last.place(), asked.hash()))).isTrue();
        assertThat(missed(book, new AuditEnd(last.place() + 1, last.hash()))).isTrue();
        assertThat(missed(AuditBook.of(provider.id()), asked)).isTrue();
    }

    private boolean missed(AuditBook book, AuditEnd kept) {
        VerifyBooks.Found found = new VerifyBooks(
                        desk.auditTrail(),
                        new CheckBook(desk.auditTrail()),
                        new DeletedBooks(desk.auditTrail(), desk.deletions()),
                        Records.audit(desk))
                .execute(Map.of(book, kept));
        assertThat(found.deleted().contains(book)).isEqualTo(found.isWhole());
        return !found.isWhole();
    }

    @Test
    void itsLarkAppIsFreeAgain() {
        TenantId dune = begun("Dune Mining");
        desk.tenants()
                .save(new Tenant(
                        dune,
                        Tenant.Kind.CUSTOMER,
                        "Dune Mining",
                        new AppId("cli_dune"),
                        acme.tenant().brand(),
                        acme.tenant().secret(),
                        acme.tenant().edition(),
                        acme.tenant().allowance(),
                        acme.tenant().plan(),
                        TenantState.VERIFIED,
                        Optional.empty()));
        assertThat(giveUp(ada, dune)).isTrue();
        carryOut();
        clock.advance(SETTLED);
        carryOut();

        assertThat(desk.tenants().findByApp(new AppId("cli_dune"))).isEmpty();
        assertThat(desk.tenants().listAll(List.of(acme.tenant().id()))).hasSize(1);
    }

    @Test
    void whatComesInAtTheLastMomentIsDeletedToo() {
        ask();
        forgo.execute(new ForgoExport.Command(ada.id(), acme.tenant().id()));
        clock.advance(POLICY.waiting());
        carryOut();
        scene.person(acme.tenant(), "Late");
        clock.advance(SETTLED);

        assertThat(carryOut()).containsExactly(Stage.ERASING, Stage.GONE);
        assertThat(desk.archive().listPeople(acme.tenant().id(), Optional.empty(), 9))
                .isEmpty();
    }

    @Test
    void itWaitsForAnExportThatBeganAfterItWasAskedForAndCameToItsEnd() {
        TakeExport.Taking before = taking();
        clock.advance(MOMENT);
        ask();
        take.end(before);
        clock.advance(POLICY.waiting().plus(MOMENT));
        TakeExport.Taking after = taking();
        assertThat(carryOut()).isEmpty();

        take.end(after);
        assertThat(carryOut()).startsWith(Stage.BEGUN);
        assertThatThrownBy(() -> take.end(after)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itWaitsForNoExportIfNoneIsWanted() {
        assertThat(forgo.execute(new ForgoExport.Command(ada.id(), acme.tenant().id())))
                .isFalse();
        ask();
        clock.advance(POLICY.waiting());
        assertThat(carryOut()).isEmpty();
        assertThat(forgo.execute(new ForgoExport.Command(tam.id(), acme.tenant().id())))
                .isFalse();
        assertThat(carryOut()).isEmpty();

        assertThat(forgo.execute(new ForgoExport.Command(ada.id(), acme.tenant().id())))
                .isTrue();
        assertThat(written()).endsWith(AuditAction.EXPORT_FORGONE);
        assertThat(carryOut()).startsWith(Stage.BEGUN);
    }

    @Test
    void administratorsAloneTakeExportsAndThatIsWrittenDown() {
        assertThat(take.begin(acme.tenant().id(), tam.id())).isEmpty();
        assertThat(take.begin(provider.id(), ada.id())).isEmpty();
        TakeExport.Taking taking = taking();

        assertThat(written()).endsWith(AuditAction.TENANT_EXPORTED);
        assertThat(taking.book())
                .isEqualTo(desk.auditTrail().end(AuditBook.of(acme.tenant().id())));
    }
}
