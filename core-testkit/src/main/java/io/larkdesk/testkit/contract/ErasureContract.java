package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.FileType;
import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.attachment.Upload;
import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.deletion.CarryOutDeletion;
import io.larkdesk.core.deletion.CarryOutDeletion.Stage;
import io.larkdesk.core.deletion.CarryOutDeletion.Step;
import io.larkdesk.core.deletion.Deletion;
import io.larkdesk.core.deletion.DeletionReason;
import io.larkdesk.core.deletion.Tally;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.queue.SavedView;
import io.larkdesk.core.queue.ViewName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Workload;
import io.larkdesk.testkit.FullTenant;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.SeededRandomness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.deletion.Erasure}, and that a deletion is carried out whatever interrupts it. */
public abstract class ErasureContract extends StoresContract {

    private static final int MANY = 1_000_000;
    private static final Duration SILENT = Duration.ofMinutes(15);

    private Person eva;
    private Person ada;
    private FullTenant acme;
    private FullTenant other;

    /** Made for subclasses. */
    protected ErasureContract() {}

    @BeforeEach
    void fill() {
        Tenant provider = scene().provider("Provider");
        eva = scene().staff(provider, "Eva", StaffRole.ENGINEER);
        ada = scene().staff(provider, "Ada", StaffRole.ADMIN);
        SeededRandomness randomness = new SeededRandomness(31);
        acme = FullTenant.in(stores(), randomness, eva, "acme");
        other = FullTenant.in(stores(), randomness, eva, "other");
        stores().savedViews().save(eva.id(), new SavedView(new ViewName("Mine"), "?view=mine"));
    }

    /** That was due an hour ago; carried out since {@code begunAt}. */
    private Deletion deletion(TenantId tenant, Optional<Instant> begunAt) {
        Instant due = present().minus(Duration.ofHours(1));
        return new Deletion(
                tenant,
                ada.id(),
                due.minus(Duration.ofDays(30)),
                new DeletionReason("over"),
                due,
                true,
                Optional.empty(),
                begunAt,
                due,
                Tally.NONE);
    }

    private void begun(TenantId tenant) {
        stores().deletions().save(deletion(tenant, Optional.of(present().minus(Duration.ofMinutes(30)))));
    }

    private Tally erase(int most) {
        return transactions()
                .inTransaction(now -> stores().erasure().erase(acme.tenant().id(), most));
    }

    private void requireGone(FullTenant gone) {
        TenantId id = gone.tenant().id();
        assertThat(stores().archive().listPeople(id, Optional.empty(), 9)).isEmpty();
        assertThat(stores().archive().listGroups(id, Optional.empty(), 9)).isEmpty();
        assertThat(stores().archive().listMembers(gone.group().id(), Optional.empty(), 9))
                .isEmpty();
        assertThat(stores().archive().listFiles(id, Optional.empty(), 9)).isEmpty();
        assertThat(stores().messages().listAfter(gone.group().id(), 0, 9)).isEmpty();
        assertThat(stores().tickets().findByNumber(gone.ticket().number())).isEmpty();
        assertThat(stores().notes().list(gone.ticket().id(), 9)).isEmpty();
        assertThat(stores().timelines().listAfter(gone.ticket().id(), 0, 9)).isEmpty();
        assertThat(stores().preflights().find(id)).isEmpty();
        assertThat(stores().onboardings().find(id)).isEmpty();
        assertThat(stores().appChanges().find(id)).isEmpty();
        assertThat(stores().auditTrail().listAfter(AuditBook.of(id), 0, 9)).isEmpty();
        assertThat(stores().attachments().used(id)).isZero();
        assertThat(stores().quietTimes().get(gone.person().id()).hours()).isEmpty();
        assertThat(stores().savedViews().list(eva.id()))
                .extracting(view -> view.name().value())
                .containsExactlyInAnyOrder("Mine", "Of other");
        inTransaction(now -> {
            assertThat(stores().notices().lockDue(now.plusSeconds(60), 9)).hasSize(2);
            assertThat(stores().webhooks().lockDue(now.plusSeconds(60), 9, 9, List.of()))
                    .hasSize(1);
            assertThat(stores().tickets().lockWorkloads(List.of(eva.id())))
                    .extracting(Workload::open)
                    .containsExactly(1);
        });
    }

    private void requireThere(FullTenant there) {
        TenantId id = there.tenant().id();
        assertThat(stores().tenants().get(id)).isEqualTo(there.tenant());
        assertThat(stores().archive().listPeople(id, Optional.empty(), 9)).containsExactly(there.person());
        assertThat(stores().archive().listGroups(id, Optional.empty(), 9)).hasSize(2);
        assertThat(stores().archive().listFiles(id, Optional.empty(), 9)).containsExactly(there.file());
        assertThat(stores().messages().find(there.message())).isPresent();
        assertThat(stores().tickets().find(there.ticket().id())).contains(there.ticket());
        assertThat(stores().notes().list(there.ticket().id(), 9)).hasSize(1);
        assertThat(stores().timelines().listAfter(there.ticket().id(), 0, 9)).hasSize(1);
        assertThat(stores().auditTrail().listAfter(AuditBook.of(id), 0, 9)).hasSize(1);
        assertThat(stores().mentions().hasPending(there.person().id())).isTrue();
    }

    @Test
    void nothingIsLeftOfTheTenantAndAllOfAnother() {
        begun(acme.tenant().id());

        Tally first = erase(MANY);
        assertThat(first)
                .extracting(Tally::people, Tally::tickets, Tally::messages, Tally::files)
                .containsExactly(1L, 1L, 1L, 1L);
        assertThat(erase(MANY)).isEqualTo(Tally.NONE);

        requireGone(acme);
        requireThere(other);
        assertThat(stores().tenants().get(acme.tenant().id())).isEqualTo(acme.tenant());
        assertThat(stores().auditTrail().end(AuditBook.of(acme.tenant().id())).place())
                .isEqualTo(1);
        inTransaction(now -> stores().erasure().finish(acme.tenant().id()));
        assertThat(stores().tenants().listAll(List.of(acme.tenant().id()))).isEmpty();
        assertThat(stores().deletions().find(acme.tenant().id())).isEmpty();
        assertThat(stores().auditTrail().end(AuditBook.of(acme.tenant().id()))).isEqualTo(AuditEnd.START);
        assertThat(stores().tenants().findByFormerApp(acme.tenant().appId())).isEmpty();
        Tenant again = scene().tenant(Tenant.Kind.CUSTOMER, "Again");
        stores().tenants().save(again.withApp(acme.tenant().appId(), again.secret()));
        requireThere(other);
    }

    private void begin(AttachmentId id, Storage storage, Instant at) {
        Upload upload = new Upload(id, acme.person().id(), FileName.NAMELESS, 9, storage, 4, at);
        assertThat(stores().attachments().begin(upload, MANY)).isTrue();
    }

    @Test
    void aFileInTheObjectStoreIsDiscardedAndWaitedFor() {
        TenantId id = acme.tenant().id();
        begun(id);
        AttachmentId file = new AttachmentId(acme.group().id(), new UUID(9, 9));
        AttachmentId coming = new AttachmentId(acme.group().id(), new UUID(9, 10));
        AttachmentId copied = new AttachmentId(acme.group().id(), new UUID(9, 11));
        inTransaction(now -> {
            begin(file, Storage.OBJECT_STORE, now.minus(SILENT));
            begin(coming, Storage.OBJECT_STORE, now.minus(SILENT));
            begin(copied, Storage.DATABASE, now.minus(SILENT));
            for (AttachmentId sent : List.of(file, copied)) {
                Attachment whole = new Attachment(
                        sent,
                        acme.person().id(),
                        FileName.NAMELESS,
                        FileType.OTHER,
                        9,
                        "ab".repeat(32),
                        Optional.empty(),
                        now);
                stores().attachments().complete(whole, Optional.empty());
            }
            stores().attachments().bind(List.of(file, copied), now);
            stores().attachments().copyOut(copied, now.minus(SILENT));
        });

        assertThat(carryOut().orElseThrow().stage()).isEqualTo(Stage.ERASING);
        assertThat(carryOut().orElseThrow().stage()).isEqualTo(Stage.SETTLING);
        assertThat(stores().erasure().hasFiles(id)).isTrue();
        List<AttachmentId> over =
                transactions().inTransaction(now -> stores().attachments().discardOver(now.minus(SILENT), now, now, 9));
        assertThat(over).containsExactlyInAnyOrder(file, coming, copied);
        for (AttachmentId discarded : over) {
            assertThat(stores().attachments().find(discarded)).isEmpty();
            assertThat(stores().attachments().countObjects(discarded)).isEqualTo(3);
            inTransaction(now ->
                    assertThat(stores().attachments().sweep(discarded, 1)).isTrue());
        }

        assertThat(stores().erasure().hasFiles(id)).isFalse();
        while (!erase(MANY).isNone()) {}
        requireGone(acme);
        requireThere(other);
    }

    @Test
    void itEndsTheSameInPiecesOfAnySizeAndWithAStopInBetween() {
        begun(acme.tenant().id());
        Tally all = Tally.NONE;
        for (int most = 1; ; most = most % 3 + 1) {
            int size = most;
            assertThatThrownBy(() -> inTransaction(now -> {
                        stores().erasure().erase(acme.tenant().id(), size);
                        throw new IllegalStateException("the node died");
                    }))
                    .hasMessage("the node died");
            Tally some = erase(size);
            if (some.isNone()) {
                break;
            }
            assertThat(some.rows()).isLessThanOrEqualTo(size);
            all = all.plus(some);
        }

        assertThat(all)
                .extracting(Tally::people, Tally::tickets, Tally::messages, Tally::files)
                .containsExactly(1L, 1L, 1L, 1L);
        requireGone(acme);
        requireThere(other);
    }

    @Test
    void onlyInsideATransaction() {
        assertThatThrownBy(() -> stores().erasure().erase(acme.tenant().id(), 1))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores().erasure().finish(acme.tenant().id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void severalNodesCarryADeletionOutTogether() {
        begun(acme.tenant().id());
        AuditEnd book = stores().auditTrail().end(AuditBook.of(acme.tenant().id()));

        List<Step> steps = new ArrayList<>();
        Together.run(3, node -> {
            for (Optional<Step> step = carryOut(); step.isPresent(); step = carryOut()) {
                synchronized (steps) {
                    steps.add(step.get());
                }
            }
            return node;
        });

        assertThat(steps).filteredOn(step -> step.stage() == Stage.GONE).hasSize(1);
        requireGone(acme);
        requireThere(other);
        List<AuditEntry> told = stores().auditTrail().listAfter(AuditBook.PROVIDER, 0, 9);
        assertThat(told).singleElement().satisfies(entry -> {
            assertThat(entry.event().action()).isEqualTo(AuditAction.TENANT_DELETED);
            assertThat(value(entry, AuditField.NAME)).isEqualTo("acme Ltd");
            assertThat(value(entry, AuditField.MESSAGES)).isEqualTo("1");
            assertThat(value(entry, AuditField.COUNT)).isEqualTo(Long.toString(book.place()));
            assertThat(value(entry, AuditField.LAST_HASH)).isEqualTo(book.hash().hex());
        });
    }

    private static String value(AuditEntry entry, AuditField field) {
        return entry.event().changes().after(field).orElseThrow().value();
    }

    private Optional<Step> carryOut() {
        return new CarryOutDeletion(
                        transactions(),
                        stores().deletions(),
                        stores().erasure(),
                        stores().tenants(),
                        stores().auditTrail(),
                        Records.audit(stores()))
                .execute();
    }

    @Test
    void theEndWaitsForThoseWhoBeganBefore() {
        stores().deletions().save(deletion(acme.tenant().id(), Optional.empty()));

        assertThat(carryOut().orElseThrow().stage()).isEqualTo(Stage.BEGUN);
        assertThat(carryOut().orElseThrow().stage()).isEqualTo(Stage.ERASING);
        assertThat(carryOut().orElseThrow().stage()).isEqualTo(Stage.SETTLING);
        assertThat(carryOut()).isEmpty();

        requireGone(acme);
        assertThat(stores().tenants().get(acme.tenant().id())).isEqualTo(acme.tenant());
    }
}
