package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
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
     * last one's, or the beginning of an absence before that. Whoever is away is not on duty. In order of {@link PersonId#compareTo}.
     */
    public Map<PersonId, Instant> execute(StaffRole role, Instant now) {
        Set<PersonId> staff = people.listStaff().stream().map(Person::id).collect(Collectors.toSet());
        Map<PersonId, Instant> onDuty = new TreeMap<>();
        tenants.findProvider().map(Tenant::id).ifPresent(provider -> duties(provider, role, now).stream()
                .filter(duty -> duty.covers(now) && staff.contains(duty.person()))
                .forEach(duty -> onDuty.merge(duty.person(), duty.until(), OnDuty::later)));
        return onDuty;
    }

    private List<Shift> duties(TenantId provider, StaffRole role, Instant now) {
        List<Shift> shifts = roster.listAt(provider, role, now);
        return shifts.stream()
                .map(Shift::until)
                .reduce(OnDuty::later)
                .map(end -> Duties.of(shifts, roster.listAbsences(provider, now, end)))
                .orElseGet(List::of);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
