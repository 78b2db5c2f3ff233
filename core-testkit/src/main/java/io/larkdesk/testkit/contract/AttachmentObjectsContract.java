package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.FileType;
import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.attachment.Upload;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Attachments} promises of files whose bytes are in an object store. */
public abstract class AttachmentObjectsContract extends StoresContract {

    private static final int CHUNK = 4;
    private static final Duration SILENT = Duration.ofMinutes(15);
    private static final Duration UNBOUND = Duration.ofHours(24);

    private Tenant acme;
    private ServiceGroup group;
    private Person ann;

    /** Made for subclasses. */
    protected AttachmentObjectsContract() {}

    @BeforeEach
    void bindGroup() {
        acme = scene().customer("Acme");
        group = scene().group(acme);
        ann = scene().person(acme, "Ann");
    }

    private Attachments files() {
        return stores().attachments();
    }

    private AttachmentId begun(int number, long reserved, Instant at) {
        return begun(number, Storage.OBJECT_STORE, reserved, at);
    }

    private AttachmentId begun(int number, Storage storage, long reserved, Instant at) {
        AttachmentId id = new AttachmentId(group.id(), new UUID(7, number));
        Upload upload = new Upload(id, ann.id(), FileName.NAMELESS, reserved, storage, CHUNK, at);
        inTransaction(now -> assertThat(files().begin(upload, 1_000)).isTrue());
        return id;
    }

    private Attachment completed(AttachmentId id, long size, Instant at) {
        Attachment file = new Attachment(
                id, ann.id(), FileName.NAMELESS, FileType.OTHER, size, "ab".repeat(32), Optional.empty(), at);
        inTransaction(
                now -> assertThat(files().complete(file, Optional.empty())).isTrue());
        return file;
    }

    private List<AttachmentId> over(Instant now) {
        return transactions()
                .inTransaction(ignored -> files().discardOver(now.minus(SILENT), now.minus(UNBOUND), now, 100));
    }

    private boolean sweep(AttachmentId id) {
        return transactions().inTransaction(now -> files().sweep(id, 1));
    }

    @Test
    void aFileSaysWhereItsBytesAre() {
        Attachment file = completed(begun(1, 10, present()), 9, present());

        assertThat(files().find(file.id())).contains(new Attachments.Kept(file, false, Storage.OBJECT_STORE, CHUNK));
        assertThatThrownBy(() -> files().chunk(file.id(), 0)).isInstanceOf(NoSuchElementException.class);
        assertThat(files().used(acme.id())).isEqualTo(9);
    }

    @Test
    void signsOfLifeAreTakenWhileTheUploadIsUnderWay() {
        Instant now = present();
        AttachmentId id = begun(1, 10, now.minus(SILENT));

        assertThat(files().touch(id, now)).isTrue();
        assertThat(over(now)).isEmpty();
        completed(id, 5, now);

        assertThat(files().touch(id, now)).isFalse();
        assertThat(files().touch(new AttachmentId(group.id(), new UUID(7, 2)), now))
                .isFalse();
        AttachmentId other = begun(3, 10, now);
        files().discard(List.of(other), now);
        assertThat(files().touch(other, now)).isFalse();
    }

    @Test
    void ofADiscardedFileIsKnownHowManyObjectsThereMayBe() {
        AttachmentId whole = completed(begun(1, 100, present()), 9, present()).id();
        AttachmentId broken = begun(2, 8, present());
        assertThat(files().countObjects(whole)).isZero();
        files().discard(List.of(whole, broken), present());

        assertThat(files().countObjects(whole)).isEqualTo(3);
        assertThat(files().countObjects(broken)).isEqualTo(2);
        assertThat(sweep(whole)).isTrue();
        assertThat(files().countObjects(whole)).isZero();
        assertThat(files().used(acme.id())).isEqualTo(8);
    }

    @Test
    void aFileThatWasMovedIsSweptWhereItIs() {
        AttachmentId id = completed(begun(1, 10, present()), 9, present()).id();
        GroupId to = new GroupId(acme.id(), new UUID(8, 8));
        AttachmentId there = new AttachmentId(to, id.value());
        inTransaction(now -> files().move(List.of(id), to));
        files().discard(List.of(there), present());

        assertThat(files().countObjects(id)).isZero();
        assertThat(files().countObjects(there)).isEqualTo(3);
        assertThat(sweep(there)).isTrue();
        assertThat(files().used(acme.id())).isZero();
    }

    /** What a node has sent to the object store may arrive after the node has given the upload up. */
    @Test
    void anUploadThatWasGivenUpIsSweptOnlyOnceItIsSilent() {
        Instant now = present();
        AttachmentId broken = begun(1, 10, now.minus(UNBOUND));
        AttachmentId whole = completed(begun(2, 10, now), 9, now).id();
        files().discard(List.of(broken, whole), now);

        assertThat(over(now)).containsExactly(whole);
        assertThat(sweep(whole)).isTrue();
        assertThat(over(now.plus(SILENT).minusMillis(1))).isEmpty();
        assertThat(over(now.plus(SILENT))).containsExactly(broken);
    }

    /** A file of two pieces that was sent. */
    private Attachment bound(int number, Storage storage) {
        Instant now = present();
        AttachmentId id = begun(number, storage, 5, now);
        if (storage == Storage.DATABASE) {
            files().append(id, 0, new byte[] {1, 2, 3, 4}, now);
            files().append(id, 1, new byte[] {5}, now);
        }
        Attachment file = completed(id, 5, now);
        files().bind(List.of(id), now);
        return file;
    }

    private boolean settle(AttachmentId id, Storage storage) {
        return transactions().inTransaction(now -> files().settle(id, storage));
    }

    private Storage storage(AttachmentId id) {
        return files().find(id).orElseThrow().storage();
    }

    @Test
    void aFileOfTheDatabaseIsSettledInTheObjectStoreOnceItIsCopiedThere() {
        AttachmentId id = bound(1, Storage.DATABASE).id();
        assertThat(settle(id, Storage.OBJECT_STORE)).isFalse();
        assertThat(settle(id, Storage.DATABASE)).isFalse();

        assertThat(files().copyOut(id, present())).isTrue();
        assertThat(files().chunk(id, 1)).containsExactly(5);
        assertThat(storage(id)).isEqualTo(Storage.DATABASE);
        assertThat(settle(id, Storage.OBJECT_STORE)).isTrue();

        assertThat(storage(id)).isEqualTo(Storage.OBJECT_STORE);
        assertThatThrownBy(() -> files().chunk(id, 0)).isInstanceOf(NoSuchElementException.class);
        assertThat(files().copyOut(id, present())).isFalse();
        assertThat(files().used(acme.id())).isEqualTo(5);
        files().discard(List.of(id), present());
        assertThat(files().countObjects(id)).isEqualTo(2);
    }

    @Test
    void aFileOfTheObjectStoreIsSettledInTheDatabaseOnceAllOfItIsThere() {
        AttachmentId id = bound(1, Storage.OBJECT_STORE).id();

        assertThat(files().copyIn(id, 1, new byte[] {5}, present())).isTrue();
        assertThat(settle(id, Storage.DATABASE)).isFalse();
        assertThat(files().copyIn(id, 0, new byte[] {9, 9, 9, 9}, present())).isTrue();
        assertThat(files().copyIn(id, 0, new byte[] {1, 2, 3, 4}, present())).isTrue();
        assertThat(storage(id)).isEqualTo(Storage.OBJECT_STORE);
        assertThat(settle(id, Storage.DATABASE)).isTrue();

        assertThat(storage(id)).isEqualTo(Storage.DATABASE);
        assertThat(files().chunk(id, 0)).containsExactly(1, 2, 3, 4);
        assertThat(files().copyIn(id, 0, new byte[] {9}, present())).isFalse();
        assertThat(files().used(acme.id())).isEqualTo(5);
        files().discard(List.of(id), present());
        assertThat(files().countObjects(id)).isZero();
        assertThat(sweep(id)).isFalse();
        assertThat(sweep(id)).isTrue();
        assertThat(files().used(acme.id())).isZero();
    }

    @Test
    void onlyWhatIsBoundIsCopied() {
        AttachmentId loose = completed(begun(1, Storage.DATABASE, 4, present()), 4, present())
                .id();
        AttachmentId coming = begun(2, 4, present());
        AttachmentId gone = bound(3, Storage.OBJECT_STORE).id();
        files().discard(List.of(gone), present());
        AttachmentId unknown = new AttachmentId(group.id(), new UUID(7, 9));

        for (AttachmentId id : List.of(loose, coming, gone, unknown)) {
            assertThat(files().copyOut(id, present())).isFalse();
            assertThat(files().copyIn(id, 0, new byte[4], present())).isFalse();
            assertThat(settle(id, Storage.DATABASE)).isFalse();
            assertThat(settle(id, Storage.OBJECT_STORE)).isFalse();
            assertThatThrownBy(() -> files().chunk(id, 0)).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(files().listOutside(Storage.DATABASE, Optional.empty(), 9)).isEmpty();
        assertThat(files().listOutside(Storage.OBJECT_STORE, Optional.empty(), 9))
                .isEmpty();
    }

    @Test
    void whatIsElsewhereIsListedInPages() {
        List<Attachment> inside = List.of(bound(1, Storage.DATABASE), bound(2, Storage.DATABASE));
        Attachment outside = bound(3, Storage.OBJECT_STORE);

        assertThat(files().listOutside(Storage.DATABASE, Optional.empty(), 9))
                .containsExactly(new Attachments.Kept(outside, true, Storage.OBJECT_STORE, CHUNK));
        List<Attachments.Kept> first = files().listOutside(Storage.OBJECT_STORE, Optional.empty(), 1);
        List<Attachments.Kept> second = files().listOutside(
                        Storage.OBJECT_STORE,
                        Optional.of(first.get(0).attachment().id()),
                        9);
        assertThat(Stream.concat(first.stream(), second.stream()).map(Attachments.Kept::attachment))
                .containsExactlyInAnyOrderElementsOf(inside);
        assertThat(files().listOutside(
                                Storage.OBJECT_STORE,
                                Optional.of(second.get(0).attachment().id()),
                                9))
                .isEmpty();
    }

    /** A piece that is being copied may arrive after the message was taken back. */
    @Test
    void whatIsDiscardedWhileItIsCopiedIsSweptOnlyOnceItIsSilent() {
        Instant now = present();
        AttachmentId id = bound(1, Storage.DATABASE).id();
        files().copyOut(id, now);
        files().discard(List.of(id), now);

        assertThat(over(now.plus(SILENT).minusMillis(1))).isEmpty();
        assertThat(over(now.plus(SILENT))).containsExactly(id);
        assertThat(files().countObjects(id)).isEqualTo(2);
    }
}
