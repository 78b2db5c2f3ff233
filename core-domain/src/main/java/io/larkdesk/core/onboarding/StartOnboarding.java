package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An administrator or a TAM begins to bring a customer in, of whom only the name and the support plan need to be known. */
@Singleton
public final class StartOnboarding {

    private final Transactions transactions;
    private final People people;
    private final Onboardings onboardings;
    private final Randomness randomness;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public StartOnboarding(
            Transactions transactions,
            People people,
            Onboardings onboardings,
            Randomness randomness,
            RecordAudit audit) {
        this.transactions = transactions;
        this.people = people;
        this.onboardings = onboardings;
        this.randomness = randomness;
        this.audit = audit;
    }

    /**
     * Whom to bring in.
     *
     * @param asker who begins
     * @param organisation what the organisation is called
     * @param plan the support plan
     * @param tam who is to look after it: a TAM names nobody else
     */
    public record Command(PersonId asker, OrganisationName organisation, PlanName plan, PersonId tam) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(asker, "asker");
            Objects.requireNonNull(organisation, "organisation");
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(tam, "tam");
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * It has begun.
     *
     * @param onboarding as it is now
     */
    public record Started(Onboarding onboarding) implements Result {}

    /** The asker may not begin, or not for this TAM. */
    public record NotAllowed() implements Result {}

    /** Whoever is to look after it is no TAM. */
    public record NoTam() implements Result {}

    /** Begins; beginning twice begins two, because two customers may have one name. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            Optional<StaffRole> role = people.find(command.asker()).flatMap(Person::role);
            boolean may = role.equals(Optional.of(StaffRole.ADMIN))
                    || (role.equals(Optional.of(StaffRole.TAM)) && command.tam().equals(command.asker()));
            if (!may) {
                return new NotAllowed();
            }
            if (!people.find(command.tam()).flatMap(Person::role).equals(Optional.of(StaffRole.TAM))) {
                return new NoTam();
            }
            UUID id = randomness.uuid();
            Onboarding onboarding = new Onboarding(
                    new TenantId(id),
                    command.organisation(),
                    command.plan(),
                    command.tam(),
                    Set.of(),
                    Optional.empty(),
                    now,
                    Optional.empty());
            onboardings.save(onboarding);
            audit.execute(new AuditEvent(
                    AuditBook.of(onboarding.tenant()),
                    AuditActor.of(command.asker()),
                    AuditAction.ONBOARDING_STARTED,
                    AuditSubject.of(onboarding.tenant()),
                    AuditChanges.NONE
                            .and(AuditField.NAME, AuditDetail.of(command.organisation()))
                            .and(AuditField.PLAN, AuditDetail.of(command.plan()))
                            .and(AuditField.TAM, AuditDetail.of(command.tam()))));
            return new Started(onboarding);
        });
    }
}
