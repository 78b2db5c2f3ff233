package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.queue.SavedView;
import io.larkdesk.core.queue.SavedViews;
import io.larkdesk.core.queue.ViewName;
import java.util.List;

/** The table {@code saved_view}. */
final class JdbiSavedViews implements SavedViews {

    private static final String OF_PERSON = " from saved_view where tenant_id = :personTenant and person_id = :person";
    private static final String LIST = "select name, query" + OF_PERSON + " order by name collate \"C\"";
    private static final String SAVE = """
            insert into saved_view (tenant_id, person_id, name, query) values (:personTenant, :person, :name, :query)
            on conflict (tenant_id, person_id, name) do update set query = excluded.query
            """;
    private static final String REMOVE = "delete" + OF_PERSON + " and name = :name";

    private final JdbiTransactions transactions;

    JdbiSavedViews(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<SavedView> list(PersonId person) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(LIST), person)
                .map((row, context) -> new SavedView(new ViewName(row.getString("name")), row.getString("query")))
                .list());
    }

    @Override
    public void save(PersonId person, SavedView view) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(SAVE), person)
                .bind("name", view.name().value())
                .bind("query", view.query())
                .execute());
    }

    @Override
    public void remove(PersonId person, ViewName name) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(REMOVE), person)
                .bind("name", name.value())
                .execute());
    }
}
