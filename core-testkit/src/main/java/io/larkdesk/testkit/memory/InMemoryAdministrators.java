package io.larkdesk.testkit.memory;

import io.larkdesk.core.organisation.Administrator;
import io.larkdesk.core.organisation.Administrators;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.util.Comparator;
import java.util.List;

/** Customers' administrators by person. */
final class InMemoryAdministrators implements Administrators {

    private final InMemoryTransactions transactions;
    private final Table<PersonId, Administrator> administrators;

    InMemoryAdministrators(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.administrators = new Table<>(transactions);
    }

    @Override
    public boolean has(PersonId person) {
        return administrators.find(person).isPresent();
    }

    @Override
    public List<Administrator> list(TenantId tenant) {
        return administrators.list().stream()
                .filter(administrator -> administrator.person().tenant().equals(tenant))
                .sorted(Comparator.comparing(Administrator::appointedAt).thenComparing(Administrator::person))
                .toList();
    }

    @Override
    public boolean add(Administrator administrator) {
        return transactions.inTransaction(now -> {
            administrators.hold(administrator.person());
            boolean isNew = !has(administrator.person());
            if (isNew) {
                administrators.put(administrator.person(), administrator);
            }
            return isNew;
        });
    }

    @Override
    public boolean remove(PersonId person) {
        return transactions.inTransaction(now -> {
            administrators.hold(person);
            boolean was = has(person);
            administrators.remove(person);
            return was;
        });
    }
}
