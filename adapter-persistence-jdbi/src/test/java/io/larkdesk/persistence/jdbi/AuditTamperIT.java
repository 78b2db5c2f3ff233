package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.auditing.CheckBook;
import io.larkdesk.core.auditing.DeletedBooks;
import io.larkdesk.core.auditing.VerifyAudit.Verified;
import io.larkdesk.core.auditing.VerifyBooks;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.Effort;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Stores;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever owns the database edits the audit log past its triggers; each edit is found. What is edited {@code -Dlarkdesk.seed} repeats. */
final class AuditTamperIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final long SEED = Long.getLong("larkdesk.seed", System.nanoTime());
    private static final int ENTRIES = 12;
    private static final int EDITS = Effort.of(1_000);
    private static final AuditBook BOOK = AuditBook.of(new TenantId(new UUID(4, 4)));
    private static final String OF_BOOK = " where tenant_id = '" + BOOK.id() + "'";

    private static final List<String> COLUMNS = List.of(
            "at = at + interval '1 millisecond'",
            "actor = 'SETUP_LINK'",
            "action = 'SIGNED_OUT'",
            "subject = 'TENANT 00000000-0000-0004-0000-000000000009'",
            "changed_to = array['NUMBER 999']",
            "changed_from = array['NUMBER 999']",
            "changed_fields = array['COUNT']",
            "address = '192.0.2.1', request = 'forged'",
            "hash = sha256(hash)");

    private final Random random = new Random(SEED);
    private final Stores stores = DATABASE.emptyStores();
    private final Handle owner = DATABASE.jdbi().open();
    private final VerifyBooks verify = new VerifyBooks(
            stores.auditTrail(),
            new CheckBook(stores.auditTrail()),
            new DeletedBooks(stores.auditTrail(), stores.deletions()),
            Records.audit(stores));

    @BeforeEach
    void write() {
        for (int i = 0; i < ENTRIES; i++) {
            Records.audit(stores)
                    .execute(new AuditEvent(
                            BOOK,
                            AuditActor.DESK,
                            AuditAction.ALLOWANCE_CHANGED,
                            AuditSubject.DEPLOYMENT,
                            AuditChanges.NONE.and(AuditField.ALLOWANCE, AuditDetail.of(i), AuditDetail.of(i + 1))));
        }
        owner.execute("set session_replication_role = replica"); // without triggers
        keep();
    }

    @AfterEach
    void close() {
        owner.close();
    }

    private int place() {
        return 1 + random.nextInt(ENTRIES);
    }

    private boolean isBroken(Map<AuditBook, AuditEnd> known) {
        return verify.execute(known).books().stream()
                .filter(found -> found.book().equals(BOOK))
                .map(Verified::broken)
                .anyMatch(OptionalLong::isPresent);
    }

    private static String at(int place) {
        return OF_BOOK + " and place = " + place;
    }

    /** An edit of the entries, of where the book ends, or of both; never one that changes nothing. */
    private List<String> edit() {
        int one = place();
        int other = 1 + (one + random.nextInt(ENTRIES - 1)) % ENTRIES;
        return switch (random.nextInt(7)) {
            case 0 -> List.of("update audit_entry set " + COLUMNS.get(random.nextInt(COLUMNS.size())) + at(one));
            case 1 -> List.of("delete from audit_entry" + at(one));
            case 2 -> List.of("delete from audit_entry" + OF_BOOK + " and place >= " + one);
            case 3 ->
                List.of(
                        "update audit_entry set place = 1000" + at(one),
                        "update audit_entry set place = " + one + at(other),
                        "update audit_entry set place = " + other + at(1000));
            case 4 ->
                List.of(
                        "update audit_entry set place = place + 1000" + OF_BOOK + " and place >= " + one,
                        "update audit_entry set place = place - 999" + OF_BOOK + " and place >= 1000",
                        "insert into audit_entry select tenant_id, " + one
                                + ", at, actor, action, subject, changed_fields, changed_from, changed_to, address, request, hash"
                                + " from audit_entry" + at(one + 1));
            case 5 -> List.of("update audit_end set hash = sha256(hash)" + OF_BOOK);
            default -> List.of("update audit_end set place = place + 1" + OF_BOOK);
        };
    }

    private void keep() {
        owner.execute("create temporary table kept_entry as select * from audit_entry" + OF_BOOK);
        owner.execute("create temporary table kept_end as select * from audit_end" + OF_BOOK);
    }

    /** Also what checking wrote down of itself. */
    private void bringBack() {
        owner.execute("delete from audit_entry");
        owner.execute("delete from audit_end");
        owner.execute("insert into audit_entry select * from kept_entry");
        owner.execute("insert into audit_end select * from kept_end");
    }

    @Test
    void eachEditIsFound() {
        for (int i = 0; i < EDITS; i++) {
            List<String> edits = edit();
            edits.forEach(owner::execute);

            assertThat(isBroken(Map.of()))
                    .as("larkdesk.seed=%s: %s", SEED, edits)
                    .isTrue();

            bringBack();
        }
        assertThat(isBroken(Map.of())).as("brought back").isFalse();
    }

    /** What is in the database cannot give that away, but what was kept elsewhere does. */
    @Test
    void aTailThatIsCutTogetherWithItsEndIsFoundByAnEndKeptElsewhere() {
        AuditEnd kept = stores.auditTrail().end(BOOK);
        assertThat(isBroken(Map.of(BOOK, kept))).isFalse();
        for (int left = 0; left < ENTRIES; left++) {
            owner.execute("delete from audit_entry" + OF_BOOK + " and place > " + left);
            owner.execute("update audit_end set place = " + left + ", hash = coalesce((select hash from audit_entry"
                    + at(left) + "), decode(repeat('00', 32), 'hex'))" + OF_BOOK);

            assertThat(isBroken(Map.of())).isFalse();
            assertThat(isBroken(Map.of(BOOK, kept))).isTrue();

            bringBack();
        }
    }

    @Test
    void aBookThatIsGoneThoughItsCustomerWasNotDeletedIsFound() {
        AuditEnd kept = stores.auditTrail().end(BOOK);
        owner.execute("delete from audit_entry" + OF_BOOK);
        owner.execute("delete from audit_end" + OF_BOOK);

        assertThat(isBroken(Map.of(BOOK, kept))).isTrue();
    }
}
