package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells who is on duty; part of assigning tickets and of paging. */
@Singleton
public final class OnDuty {

    private final Tenants tenants;
    private final People people;
    private final Roster roster;

    /** Takes its collaborators. */
    @Inject
    public OnDuty(Tenants tenants, People people, Roster roster) {
        this.tenants = tenants;
        this.people = people;
        this.roster = roster;
    }

    /**
     * The staff on duty in {@code role} at {@code now}, each with the instant at which the duty ends: of several shifts that cover it, the
     * last one's. In order of {@link PersonId#compareTo}.
     */
    public Map<PersonId, Instant> execute(StaffRole role, Instant now) {
        Set<PersonId> staff = people.listStaff().stream().map(Person::id).collect(Collectors.toSet());
        Map<PersonId, Instant> onDuty = new TreeMap<>();
        tenants.findProvider().map(Tenant::id).ifPresent(provider -> roster.listAt(provider, role, now).stream()
                .filter(shift -> staff.contains(shift.person()))
                .forEach(shift ->
                        onDuty.merge(shift.person(), shift.until(), (one, other) -> one.isAfter(other) ? one : other)));
        return onDuty;
    }
}
