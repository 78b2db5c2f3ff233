package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.organisation.Administrator;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.organisation.Administrators}. */
public abstract class AdministratorsContract extends StoresContract {

    private static final Instant MORNING = Instant.parse("2026-03-09T08:00:00.123Z");

    private Tenant acme;
    private PersonId sofia;
    private PersonId ann;
    private PersonId bob;
    private PersonId zoe;

    /** Made for subclasses. */
    protected AdministratorsContract() {}

    @BeforeEach
    void setUpCustomers() {
        Tenant provider = scene().provider("Alder Cloud");
        acme = scene().customer("Acme");
        sofia = scene().staff(provider, "Sofia", StaffRole.TAM).id();
        ann = scene().person(acme, "Ann").id();
        bob = scene().person(acme, "Bob").id();
        zoe = scene().person(scene().customer("Zenith"), "Zoe").id();
    }

    @Test
    void eachTenantHasItsOwnInOrderOfAppointment() {
        Administrator second = new Administrator(ann, bob, MORNING.plusSeconds(1));
        Administrator first = new Administrator(bob, sofia, MORNING);
        assertThat(stores().administrators().add(second)).isTrue();
        assertThat(stores().administrators().add(first)).isTrue();
        assertThat(stores().administrators().add(new Administrator(zoe, sofia, MORNING)))
                .isTrue();
        assertThat(stores().administrators().list(acme.id())).containsExactly(first, second);
        assertThat(stores().administrators().has(ann)).isTrue();
        assertThat(stores().administrators().has(sofia)).isFalse();
    }

    @Test
    void whoIsOneStaysOneAsBefore() {
        Administrator before = new Administrator(ann, sofia, MORNING);
        stores().administrators().add(before);
        assertThat(stores().administrators().add(new Administrator(ann, bob, MORNING.plusSeconds(9))))
                .isFalse();
        assertThat(stores().administrators().list(acme.id())).containsExactly(before);
    }

    @Test
    void whoIsDismissedIsNoneAloneAndCanBeOneAgain() {
        Administrator other = new Administrator(bob, sofia, MORNING);
        stores().administrators().add(new Administrator(ann, sofia, MORNING));
        stores().administrators().add(other);
        assertThat(stores().administrators().remove(ann)).isTrue();
        assertThat(stores().administrators().remove(ann)).isFalse();
        assertThat(stores().administrators().has(ann)).isFalse();
        assertThat(stores().administrators().list(acme.id())).containsExactly(other);
        assertThat(stores().administrators().add(new Administrator(ann, bob, MORNING)))
                .isTrue();
    }
}
