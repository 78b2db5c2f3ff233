package io.larkdesk.testkit.law;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.Stores;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The organisations, groups and people of a history, as the stores know them. */
final class Cast {

    private final Map<Company, Tenant> tenants = new EnumMap<>(Company.class);
    private final Map<Where, ServiceGroup> groups = new EnumMap<>(Where.class);
    private final Map<Who, Person> people = new EnumMap<>(Who.class);
    private final Map<PersonId, Who> names = new HashMap<>();
    private final Person administrator;

    /** Stores all of them. */
    Cast(Stores stores, Randomness randomness, Allowance allowance) {
        Scene scene = new Scene(stores, randomness);
        for (Company company : Company.values()) {
            Tenant tenant = company == Company.PROVIDER
                    ? scene.provider(company.toString())
                    : scene.customer(company.toString());
            tenants.put(company, tenant);
            stores.tenants().save(withAllowance(tenant, allowance));
        }
        for (Where where : Where.values()) {
            groups.put(where, scene.group(of(tenants, where.company())));
        }
        for (Who who : Who.values()) {
            Tenant tenant = of(tenants, who.company());
            Person person = who.company() == Company.PROVIDER
                    ? scene.staff(tenant, who.toString(), StaffRole.TAM)
                    : scene.person(tenant, who.toString());
            people.put(who, person);
            names.put(person.id(), who);
            who.groups().forEach(where -> scene.join(of(groups, where), person));
        }
        administrator = scene.staff(of(tenants, Company.PROVIDER), "Ada", StaffRole.ADMIN);
    }

    private static Tenant withAllowance(Tenant tenant, Allowance allowance) {
        return new Tenant(
                tenant.id(),
                tenant.kind(),
                tenant.organisation(),
                tenant.appId(),
                tenant.brand(),
                tenant.secret(),
                tenant.edition(),
                allowance,
                tenant.plan(),
                tenant.state(),
                tenant.tenantKey());
    }

    TenantId tenant(Company company) {
        return of(tenants, company).id();
    }

    ServiceGroup serviceGroup(Where where) {
        return of(groups, where);
    }

    GroupId group(Where where) {
        return of(groups, where).id();
    }

    Person person(Who who) {
        return of(people, who);
    }

    PersonId id(Who who) {
        return of(people, who).id();
    }

    /** One of the staff who sees to all customers, is in no group, and takes no part in a history otherwise. */
    PersonId administrator() {
        return administrator.id();
    }

    Who who(PersonId id) {
        return of(names, id);
    }

    /** Whether it is one of those whom the watches follow. */
    boolean has(PersonId id) {
        return names.containsKey(id);
    }

    Company company(TenantId id) {
        return tenants.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .map(Map.Entry::getKey)
                .findAny()
                .orElseThrow();
    }

    private static <K, V> V of(Map<K, V> all, K key) {
        return Objects.requireNonNull(all.get(key), () -> "nobody knows " + key);
    }
}
