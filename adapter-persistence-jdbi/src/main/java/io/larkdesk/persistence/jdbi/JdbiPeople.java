package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.person.UnionId;
import io.larkdesk.core.tenant.TenantId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code person}. */
final class JdbiPeople implements People {

    private static final String FIND_BY_OPEN_ID =
            "select * from person where tenant_id = :tenant and open_id = :openId and reachable";
    private static final String LIST_LEFT_BEHIND =
            "select * from person where tenant_id = :tenant and union_id = :unionId and not reachable";
    private static final String LEAVE_BEHIND = "update person set reachable = false where tenant_id = :tenant";
    private static final String COUNT = "select count(*) from person where tenant_id = :tenant";
    private static final String COUNT_WITH_UNION_ID = COUNT + " and union_id is not null";
    private static final String FIND = "select * from person where tenant_id = :personTenant and person_id = :person";
    private static final String LIST_ALL = """
            select * from person
            where (tenant_id, person_id) in (select * from unnest(:personTenants, :persons))
            """;
    private static final String LIST_STAFF = """
            select * from person
            where role is not null and tenant_id = (select tenant_id from tenant where kind = 'PROVIDER')
            """;
    private static final String LIST_WITHOUT_ROLE = """
            select * from person
            where role is null and tenant_id = (select tenant_id from tenant where kind = 'PROVIDER')
            order by name collate "C", person_id
            limit :most
            """;
    private static final String LIST_REACHABLE = """
            select * from person
            where tenant_id = :tenant and reachable
            order by name collate "C", person_id
            limit :most
            """;
    private static final String HAS_ANY = "select exists (select 1 from person where tenant_id = :tenant)";
    private static final String SAVE = """
            insert into person (tenant_id, person_id, open_id, name, latin_name, avatar, language, role, union_id, reachable)
            values (:personTenant, :person, :openId, :name, :latinName, :avatar, :language, :role, :unionId, :reachable)
            on conflict (tenant_id, person_id) do update
            set open_id = excluded.open_id, name = excluded.name, latin_name = excluded.latin_name, avatar = excluded.avatar,
                language = excluded.language, role = excluded.role, union_id = excluded.union_id,
                reachable = excluded.reachable
            """;
    private static final String NOTE_LANGUAGE =
            "update person set language = :language where tenant_id = :personTenant and person_id = :person";
    static final RowMapper<Person> PERSON = (row, context) -> person(row);

    private final JdbiTransactions transactions;

    JdbiPeople(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Person> findByOpenId(TenantId tenant, OpenId openId) {
        return transactions.with(handle -> handle.createQuery(FIND_BY_OPEN_ID)
                .bind("tenant", tenant)
                .bind("openId", openId.value())
                .map(PERSON)
                .findOne());
    }

    @Override
    public List<Person> listLeftBehind(TenantId tenant, UnionId unionId) {
        return transactions.with(handle -> handle.createQuery(LIST_LEFT_BEHIND)
                .bind("tenant", tenant)
                .bind("unionId", unionId.value())
                .map(PERSON)
                .list());
    }

    @Override
    public void leaveBehind(TenantId tenant) {
        transactions.with(handle ->
                handle.createUpdate(LEAVE_BEHIND).bind("tenant", tenant).execute());
    }

    @Override
    public int count(TenantId tenant) {
        return count(COUNT, tenant);
    }

    @Override
    public int countWithUnionId(TenantId tenant) {
        return count(COUNT_WITH_UNION_ID, tenant);
    }

    private int count(String statement, TenantId tenant) {
        return transactions.with(handle -> handle.createQuery(statement)
                .bind("tenant", tenant)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return transactions.with(handle ->
                Arguments.person(handle.createQuery(FIND), id).map(PERSON).findOne());
    }

    @Override
    public List<Person> listAll(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return transactions.with(handle ->
                Arguments.persons(handle.createQuery(LIST_ALL), ids).map(PERSON).list());
    }

    @Override
    public List<Person> listStaff() {
        return transactions.with(
                handle -> handle.createQuery(LIST_STAFF).map(PERSON).list());
    }

    @Override
    public List<Person> listWithoutRole(int most) {
        return transactions.with(handle -> handle.createQuery(LIST_WITHOUT_ROLE)
                .bind("most", most)
                .map(PERSON)
                .list());
    }

    @Override
    public List<Person> listReachable(TenantId tenant, int most) {
        return transactions.with(handle -> handle.createQuery(LIST_REACHABLE)
                .bind("tenant", tenant)
                .bind("most", most)
                .map(PERSON)
                .list());
    }

    @Override
    public void lockRoles() {
        transactions.withRunning(handle ->
                handle.createQuery(JdbiTenants.LOCK_PROVIDER).mapTo(UUID.class).findOne());
    }

    @Override
    public boolean hasAny(TenantId tenant) {
        return transactions.with(handle -> handle.createQuery(HAS_ANY)
                .bind("tenant", tenant)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public void noteLanguage(PersonId id, Language language) {
        int noted = transactions.with(handle -> Arguments.person(handle.createUpdate(NOTE_LANGUAGE), id)
                .bind("language", language)
                .execute());
        if (noted == 0) {
            throw new NoSuchElementException("there is no person " + id);
        }
    }

    @Override
    public void save(Person person) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(SAVE), person.id())
                .bind("openId", person.openId().value())
                .bind("name", person.name().value())
                .bind("latinName", person.latinName().map(PersonName::value))
                .bind("avatar", person.avatar().map(URI::toString))
                .bind("language", person.language())
                .bind("role", person.role())
                .bind("unionId", person.unionId().map(UnionId::value))
                .bind("reachable", person.reachable())
                .execute());
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(
                Columns.person(row, "tenant_id", "person_id"),
                new OpenId(row.getString("open_id")),
                new PersonName(row.getString("name")),
                Columns.findText(row, "latin_name").map(PersonName::new),
                Columns.findText(row, "avatar").map(URI::create),
                Language.valueOf(row.getString("language")),
                Columns.findText(row, "role").map(StaffRole::valueOf),
                Columns.findText(row, "union_id").map(UnionId::new),
                row.getBoolean("reachable"));
    }
}
