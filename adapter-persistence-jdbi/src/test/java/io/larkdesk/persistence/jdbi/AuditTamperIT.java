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
    private Stores stores;
    private VerifyBooks verify;

    @BeforeEach
    void write() {
        stores = DATABASE.emptyStores();
        verify = new VerifyBooks(stores.auditTrail(), new CheckBook(stores.auditTrail()), Records.audit(stores));
        for (int i = 0; i < ENTRIES; i++) {
            Records.audit(stores)
                    .execute(new AuditEvent(
                            BOOK,
                            AuditActor.DESK,
                            AuditAction.ALLOWANCE_CHANGED,
                            AuditSubject.DEPLOYMENT,
                            AuditChanges.NONE.and(AuditField.ALLOWANCE, AuditDetail.of(i), AuditDetail.of(i + 1))));
        }
    }

    private int place() {
        return 1 + random.nextInt(ENTRIES);
    }

    private boolean isBroken(Map<AuditBook, AuditEnd> known) {
        return verify.execute(known).stream()
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

    private void make(List<String> edits) {
        DATABASE.jdbi().useHandle(handle -> {
            handle.execute("set session_replication_role = replica"); // without triggers
            edits.forEach(handle::execute);
        });
    }

    private static final String KEPT_ENTRIES = "kept_entries";
    private static final String KEPT_END = "kept_end";

    private static void keep(Handle handle) {
        handle.execute("drop table if exists " + KEPT_ENTRIES + ", " + KEPT_END);
        handle.execute("create table " + KEPT_ENTRIES + " as select * from audit_entry" + OF_BOOK);
        handle.execute("create table " + KEPT_END + " as select * from audit_end" + OF_BOOK);
    }

    private static void bringBack(Handle handle) {
        handle.execute("set session_replication_role = replica");
        handle.execute("delete from audit_entry" + OF_BOOK);
        handle.execute("delete from audit_end" + OF_BOOK);
        handle.execute("insert into audit_entry select * from " + KEPT_ENTRIES);
        handle.execute("insert into audit_end select * from " + KEPT_END);
    }

    @Test
    void eachEditIsFound() {
        DATABASE.jdbi().useHandle(AuditTamperIT::keep);
        for (int i = 0; i < EDITS; i++) {
            List<String> edits = edit();
            make(edits);

            assertThat(isBroken(Map.of()))
                    .as("larkdesk.seed=%s: %s", SEED, edits)
                    .isTrue();

            DATABASE.jdbi().useHandle(AuditTamperIT::bringBack);
            assertThat(isBroken(Map.of())).as("brought back").isFalse();
        }
        DATABASE.jdbi().useHandle(handle -> handle.execute("drop table " + KEPT_ENTRIES + ", " + KEPT_END));
    }

    /** What is in the database cannot give that away, but what was kept elsewhere does. */
    @Test
    void aTailThatIsCutTogetherWithItsEndIsFoundByAnEndKeptElsewhere() {
        AuditEnd kept = stores.auditTrail().end(BOOK);
        for (int place = 1; place <= ENTRIES; place++) {
            assertThat(isBroken(Map.of(BOOK, kept))).isFalse();
            make(List.of(
                    "create table if not exists " + KEPT_ENTRIES + " as select * from audit_entry" + OF_BOOK,
                    "delete from audit_entry" + OF_BOOK + " and place > " + (place - 1),
                    "update audit_end set (place, hash) = (select coalesce(max(place), 0), coalesce((array_agg(hash order by place desc))[1],"
                            + " decode(repeat('00', 32), 'hex')) from audit_entry" + OF_BOOK + ")" + OF_BOOK));

            assertThat(isBroken(Map.of())).isFalse();
            assertThat(isBroken(Map.of(BOOK, kept))).isTrue();

            make(List.of(
                    "delete from audit_entry" + OF_BOOK,
                    "insert into audit_entry select * from " + KEPT_ENTRIES,
                    "update audit_end set (place, hash) = (select place, hash from audit_entry" + at(ENTRIES) + ")"
                            + OF_BOOK));
        }
        DATABASE.jdbi().useHandle(handle -> handle.execute("drop table " + KEPT_ENTRIES));
    }
}
