package io.larkdesk.core.person;

import io.larkdesk.core.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The people of all tenants. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface People {

    /** The person whom the app that the tenant has knows by {@code openId}. */
    Optional<Person> findByOpenId(TenantId tenant, OpenId openId);

    /** Those of the tenant whom an earlier app of the tenant knew, who are not reachable, and whom Lark calls {@code unionId}; in any order. */
    List<Person> listLeftBehind(TenantId tenant, UnionId unionId);

    /** From now on none of the tenant's people is reachable, until they are saved again. */
    void leaveBehind(TenantId tenant);

    /** How many people of the tenant are known. */
    int count(TenantId tenant);

    /** Of how many of them Lark has told the union_id. */
    int countWithUnionId(TenantId tenant);

    /** The person, if there is one. */
    Optional<Person> find(PersonId id);

    /** Those of {@code ids} that exist, in any order. */
    List<Person> listAll(Collection<PersonId> ids);

    /** The provider's people who have a role, in any order. */
    List<Person> listStaff();

    /** The provider's people who have no role, by name; at most {@code most}. */
    List<Person> listWithoutRole(int most);

    /** The tenant's people who are reachable, by name; at most {@code most}. */
    List<Person> listReachable(TenantId tenant, int most);

    /** Until the running transaction ends, nobody else who calls this goes on: what follows sees who has which role, and so it stays. */
    void lockRoles();

    /** Whether anybody of the tenant is known: of a customer, whether anybody has ever signed in. */
    boolean hasAny(TenantId tenant);

    /**
     * Stores {@code person}, new or changed: all of it, so {@linkplain #lockRoles roles} are locked, or nobody else can know the person.
     *
     * @throws io.larkdesk.core.shared.ConflictException if another person of the tenant is reachable by the same open_id, and so is this one
     */
    void save(Person person);

    /**
     * Stores in which language the desk speaks to the person, and changes nothing else of the person.
     *
     * @throws java.util.NoSuchElementException if there is no such person
     */
    void noteLanguage(PersonId id, Language language);
}
