package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.AuditTrailContract;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JdbiAuditTrailIT extends AuditTrailContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Stores emptyStores() {
        return DATABASE.emptyStores();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'SIGNED_OUT'",
                "delete from audit_entry",
                "delete from audit_end",
                "truncate audit_entry",
                "truncate audit_end"
            })
    void theDatabaseRefusesToChangeWhatIsWritten(String statement) {
        Stores stores = emptyStores();
        Records.audit(stores)
                .execute(new AuditEvent(
                        AuditBook.PROVIDER,
                        AuditActor.DESK,
                        AuditAction.SETUP_LINK_ISSUED,
                        AuditSubject.DEPLOYMENT,
                        AuditChanges.NONE));
        assertThatThrownBy(() -> DATABASE.jdbi().useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining("only added to");
    }
}
