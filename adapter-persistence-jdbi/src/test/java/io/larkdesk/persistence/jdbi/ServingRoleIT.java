package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantScope;
import io.larkdesk.core.tenant.Tenants;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However an operator lets the service sign in, the walls stand; or it says why they would not. */
final class ServingRoleIT {

    private static final String LAST_WITHOUT_WALLS = "32";

    private final AtomicReference<TenantScope> scope = new AtomicReference<>(new TenantScope.Everybody());
    private final String name = TestDatabase.empty();
    private final String owner = name + "_owner";
    private final String serving = name + "_serving";
    private final Jdbi admin = Jdbi.create(TestDatabase.url(name), "postgres", "");

    @BeforeEach
    void makeRoles() {
        admin.useHandle(handle -> {
            handle.execute("create role " + owner + " login");
            handle.execute("create role " + serving + " login");
            handle.execute("alter database " + name + " owner to " + owner);
        });
    }

    private JdbiPersistence.Builder as(String login) {
        return JdbiPersistence.connectTo(TestDatabase.url(name))
                .user(login)
                .connections(2)
                .scope(scope::get);
    }

    private void requireWalls(JdbiPersistence persistence) {
        Tenant one = TestDesk.customer();
        Tenant other = TestDesk.customer();
        Tenants tenants = persistence.tenants();
        Stream.of(one, other).forEach(tenants::save);
        scope.set(new TenantScope.One(one.id()));
        assertThat(tenants.list()).containsExactly(one);
        assertThatThrownBy(() -> tenants.save(TestDesk.customer())).hasMessageContaining("42501");
        scope.set(new TenantScope.Nobody());
        assertThat(tenants.list()).isEmpty();
        scope.set(new TenantScope.Everybody());
        assertThat(tenants.list()).contains(one, other);
    }

    private List<String> ownersOfTables() {
        return admin.withHandle(handle -> handle.createQuery(
                        "select distinct tableowner from pg_tables where schemaname = 'public' order by 1")
                .mapTo(String.class)
                .list());
    }

    @Test
    void theOwnerBringsTheSchemaUpToDateAndAnotherServes() {
        try (JdbiPersistence persistence = as(serving).owner(owner, "").open()) {
            requireWalls(persistence);
        }
        assertThat(ownersOfTables()).containsExactly(owner);
        as(serving).owner(owner, "").open().close();
    }

    @Test
    void oneLoginIsHeldByItsOwnWalls() {
        try (JdbiPersistence persistence = as(owner).open()) {
            requireWalls(persistence);
        }
        // Later the operator gives two
        try (JdbiPersistence persistence = as(serving).owner(owner, "").open()) {
            requireWalls(persistence);
        }
        try (JdbiPersistence persistence = as(owner).open()) {
            requireWalls(persistence);
        }
    }

    @Test
    void aSuperuserWorksAsARoleThatIsNone() {
        try (JdbiPersistence persistence = as("postgres").open()) {
            requireWalls(persistence);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bypassrls", "superuser"})
    void whomNoPolicyHoldsIsRefused(String attribute) {
        admin.useHandle(handle -> handle.execute("alter role " + serving + " " + attribute));
        assertThatThrownBy(() -> as(serving).owner(owner, "").open())
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining(serving)
                .hasMessageContaining("let the service sign in as another");
        if ("bypassrls".equals(attribute)) {
            admin.useHandle(handle -> handle.execute("alter database " + name + " owner to " + serving));
            admin.useHandle(handle -> handle.execute("drop schema public cascade"));
            admin.useHandle(handle -> handle.execute("create schema public authorization " + serving));
            assertThatThrownBy(() -> as(serving).open()).hasMessageContaining("BYPASSRLS");
        }
    }

    @Test
    void aDatabaseFromBeforeTheWallsGetsThemByItself() {
        Flyway.configure(JdbiPersistence.class.getClassLoader())
                .dataSource(TestDatabase.url(name), owner, "")
                .locations("classpath:db/migration")
                .target(LAST_WITHOUT_WALLS)
                .load()
                .migrate();
        Jdbi.create(TestDatabase.url(name), owner, "").useHandle(handle -> handle.execute("""
                        insert into tenant (tenant_id, kind, organisation, app_id, brand, secret, edition, allowance, plan, state)
                        values (gen_random_uuid(), 'CUSTOMER', 'From before', 'cli_before', 'LARK', 'c2VhbGVk', 'FREE', 10, '', 'ACTIVE')
                        """));
        try (JdbiPersistence persistence = as(owner).open()) {
            assertThat(persistence.tenants().list())
                    .extracting(Tenant::organisation)
                    .containsExactly("From before");
            requireWalls(persistence);
        }
    }
}
