package io.larkdesk.core.person;

import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/**
 * An operator says which of the provider's people do what, perhaps before they ever signed in. Doing it again changes the role; the name
 * is Lark's to tell once the person has signed in.
 */
@Singleton
public final class RegisterStaff {

    private final Transactions transactions;
    private final Tenants tenants;
    private final People people;
    private final Randomness randomness;
    private final StaffRecord record;

    /** Takes its collaborators. */
    @Inject
    public RegisterStaff(
            Transactions transactions, Tenants tenants, People people, Randomness randomness, StaffRecord record) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.people = people;
        this.randomness = randomness;
        this.record = record;
    }

    /**
     * Who does what.
     *
     * @param openId how Lark knows the person to the provider's app
     * @param name shown until the person signs in
     * @param role what the person does
     */
    public record Command(OpenId openId, PersonName name, StaffRole role) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(openId, "openId");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(role, "role");
        }
    }

    /**
     * Notes it.
     *
     * @throws IllegalStateException if there is no provider yet
     */
    public Person execute(Command command) {
        return transactions.inTransaction(now -> {
            Tenant provider =
                    tenants.findProvider().orElseThrow(() -> new IllegalStateException("there is no provider yet"));
            people.lockRoles();
            Optional<Person> known = people.findByOpenId(provider.id(), command.openId());
            Person wanted = known.orElseGet(() -> new Person(
                            new PersonId(provider.id(), randomness.uuid()),
                            command.openId(),
                            command.name(),
                            Optional.empty(),
                            Optional.empty(),
                            Language.EN,
                            Optional.of(command.role())))
                    .inRole(Optional.of(command.role()));
            if (!known.equals(Optional.of(wanted))) {
                people.save(wanted);
                record.registered(known, wanted);
            }
            return wanted;
        });
    }
}
