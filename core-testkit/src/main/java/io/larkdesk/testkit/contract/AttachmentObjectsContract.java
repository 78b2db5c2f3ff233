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
        AttachmentId id = new AttachmentId(group.id(), new UUID(7, number));
        Upload upload = new Upload(id, ann.id(), FileName.NAMELESS, reserved, Storage.OBJECT_STORE, CHUNK, at);
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
}
