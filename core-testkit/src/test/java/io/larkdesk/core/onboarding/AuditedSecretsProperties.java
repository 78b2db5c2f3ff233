package io.larkdesk.core.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChain;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.ConfigureTenant;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.Organisations;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.PlainSecrets;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever secrets are told, and whatever links are made, none of it stands in the audit log; what was done does, in books that hold. */
final class AuditedSecretsProperties {

    private static final AppId APP = new AppId("cli_acme");

    private final InMemoryDesk desk = new InMemoryDesk(new ManualClock());
    private final SeededRandomness randomness = new SeededRandomness(5);
    private final Scene scene = new Scene(desk, randomness);
    private final PlainSecrets secrets = new PlainSecrets();
    private final Onboarders onboarders = new Onboarders(desk.people(), desk.onboardings());
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person ada = scene.staff(provider, "Ada", StaffRole.ADMIN);
    private final Person sofia = scene.staff(provider, "Sofia", StaffRole.TAM);

    @Property(tries = 50)
    void noSecretGetsIn(
            @ForAll("secrets") String told, @ForAll("secrets") String other, @ForAll("secrets") String last) {
        Onboarding begun = begin();
        Access.ByStaff access = new Access.ByStaff(sofia.id(), begun.tenant());
        BearerToken link = new IssueGuideLink(
                        desk.transactions(), onboarders, desk.onboardings(), randomness, Records.audit(desk))
                .execute(access)
                .orElseThrow();
        enter(access, told);
        enter(new Access.ByLink(link), other);
        replace(begun, last);
        configure("cli_" + randomness.uuid(), told);
        List<AuditEntry> entries = desk.auditTrail().list(AuditQuery.ALL, 10_000);
        assertThat(entries.toString())
                .doesNotContain(told, other, last, link.reveal(), link.hash().toString());
        assertThat(entries)
                .extracting(entry -> entry.event().action())
                .contains(
                        AuditAction.ONBOARDING_STARTED,
                        AuditAction.GUIDE_LINK_ISSUED,
                        AuditAction.APP_ENTERED,
                        AuditAction.TENANT_CONFIGURED);
        for (AuditBook book : desk.auditTrail().listBooks()) {
            assertThat(AuditChain.verify(
                            book,
                            desk.auditTrail().listAfter(book, 0, 10_000),
                            desk.auditTrail().end(book)))
                    .isEmpty();
        }
    }

    private Onboarding begin() {
        StartOnboarding start = new StartOnboarding(
                desk.transactions(), desk.people(), desk.onboardings(), randomness, Records.audit(desk));
        StartOnboarding.Command command =
                new StartOnboarding.Command(ada.id(), new OrganisationName("Acme"), new PlanName("Gold"), sofia.id());
        return ((StartOnboarding.Started) start.execute(command)).onboarding();
    }

    private void enter(Access access, String secret) {
        EnterApp enter = new EnterApp(
                desk.transactions(),
                onboarders,
                desk.onboardings(),
                desk.tenants(),
                desk.preflights(),
                secrets,
                Records.audit(desk));
        enter.execute(new EnterApp.Command(
                access,
                new OrganisationName("Acme"),
                new AppId(APP + "_" + desk.onboardings().list().size()),
                Optional.of(AppSecret.of(secret)),
                Brand.LARK,
                Edition.FREE));
    }

    private void replace(Onboarding begun, String secret) {
        Stewards stewards = new Stewards(desk.people(), desk.tenants(), desk.groups(), desk.members());
        Organisations lark = app -> new Organisations.Known("Acme", "key");
        ReplaceSecret replace =
                new ReplaceSecret(desk.transactions(), stewards, desk.tenants(), secrets, lark, Records.audit(desk));
        assertThat(replace.execute(new ReplaceSecret.Command(ada.id(), begun.tenant(), AppSecret.of(secret))))
                .isInstanceOf(ReplaceSecret.Replaced.class);
    }

    private void configure(String app, String secret) {
        new ConfigureTenant(desk.transactions(), desk.tenants(), secrets, randomness, Records.tenants(desk))
                .execute(new ConfigureTenant.Command(
                        Tenant.Kind.CUSTOMER,
                        "Meridian",
                        new AppId(app),
                        Brand.FEISHU,
                        AppSecret.of(secret),
                        Edition.PAID,
                        Allowance.UNLIMITED,
                        Optional.of(new PlanName("Gold")),
                        true));
    }

    /** Long enough to be no part of anything else. */
    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMinLength(16)
                .ofMaxLength(64);
    }
}
