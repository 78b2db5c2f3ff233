package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.FileType;
import io.larkdesk.core.attachment.Picture;
import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.attachment.Thumbnail;
import io.larkdesk.core.attachment.Upload;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link Attachments}. */
public abstract class AttachmentsContract extends StoresContract {

    private static final int AT_ONCE = 8;
    private static final int CHUNK = 4;
    private static final long PLENTY = 1_000;
    private static final Duration SILENT = Duration.ofMinutes(15);
    private static final Duration UNBOUND = Duration.ofHours(24);

    private Tenant acme;
    private ServiceGroup group;
    private Person ann;
    private Person bob;

    /** Made for subclasses. */
    protected AttachmentsContract() {}

    @BeforeEach
    void bindGroup() {
        acme = scene().customer("Acme");
        group = scene().group(acme);
        ann = scene().person(acme, "Ann");
        bob = scene().person(acme, "Bob");
    }

    private Attachments files() {
        return stores().attachments();
    }

    private AttachmentId id(int number) {
        return new AttachmentId(group.id(), new UUID(7, number));
    }

    private boolean begun(int number, long reserved, long most, Instant at) {
        return begun(number, reserved, Storage.DATABASE, most, at);
    }

    private boolean begun(int number, long reserved, Storage storage, long most, Instant at) {
        Upload upload =
                new Upload(id(number), ann.id(), FileName.clean("数据 " + number + ".log"), reserved, storage, CHUNK, at);
        return transactions().inTransaction(now -> files().begin(upload, most));
    }

    private Attachment file(int number, long size, Optional<Picture> picture, Instant at) {
        return new Attachment(
                id(number),
                ann.id(),
                FileName.clean("数据 " + number + ".log"),
                picture.isPresent() ? FileType.PNG : FileType.OTHER,
                size,
                "ab".repeat(32),
                picture,
                at);
    }

    private Attachment uploaded(int number, Instant at) {
        assertThat(begun(number, 10, PLENTY, at)).isTrue();
        assertThat(files().append(id(number), 0, new byte[] {1, 0, -1, 3}, at)).isTrue();
        assertThat(files().append(id(number), 1, new byte[] {5}, at)).isTrue();
        Attachment file = file(number, 5, Optional.empty(), at);
        assertThat(transactions().<Boolean>inTransaction(now -> files().complete(file, Optional.empty())))
                .isTrue();
        return file;
    }

    private Attachment bound(int number) {
        Attachment file = uploaded(number, present());
        files().bind(List.of(file.id()), present());
        return file;
    }

    private List<AttachmentId> over(Instant now) {
        return transactions()
                .inTransaction(ignored -> files().discardOver(now.minus(SILENT), now.minus(UNBOUND), now, 100));
    }

    private boolean sweep(int number, int pieces) {
        return transactions().inTransaction(now -> files().sweep(id(number), pieces));
    }

    @Test
    void aFileIsFoundOnceItIsWhollyHere() {
        Instant now = present();
        begun(1, 10, PLENTY, now);
        files().append(id(1), 0, new byte[] {1, 0, -1, 3}, now);
        assertThat(files().find(id(1))).isEmpty();
        Attachment file = file(1, 4, Optional.of(new Picture(640, 480, true)), now);

        Thumbnail small = new Thumbnail(FileType.JPEG, new byte[] {9, 8});
        inTransaction(ignored ->
                assertThat(files().complete(file, Optional.of(small))).isTrue());

        assertThat(files().find(id(1))).contains(new Attachments.Kept(file, false, Storage.DATABASE, CHUNK));
        assertThat(files().findThumbnail(id(1)).orElseThrow().bytes()).containsExactly(9, 8);
        assertThat(files().findThumbnail(id(1)).orElseThrow().type()).isEqualTo(FileType.JPEG);
        assertThat(files().chunk(id(1), 0)).containsExactly(1, 0, -1, 3);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Attachment file = uploaded(1, present());
        AttachmentId elsewhere = new AttachmentId(
                scene().group(scene().customer("Other")).id(), file.id().value());

        for (AttachmentId id : List.of(elsewhere, id(2))) {
            assertThat(files().find(id)).isEmpty();
            assertThat(files().findThumbnail(id)).isEmpty();
            assertThatThrownBy(() -> files().chunk(id, 0)).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(files().findThumbnail(file.id())).isEmpty();
        assertThatThrownBy(() -> files().chunk(file.id(), 2)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whatIsReservedCountsUntilItIsKnownHowMuchIsNeeded() {
        assertThat(begun(1, 10, 10, present())).isTrue();
        assertThat(begun(2, 1, 10, present())).isFalse();
        assertThat(files().used(acme.id())).isEqualTo(10);
        files().append(id(1), 0, new byte[CHUNK], present());

        inTransaction(now -> files().complete(file(1, 4, Optional.empty(), now), Optional.empty()));

        assertThat(files().used(acme.id())).isEqualTo(4);
        assertThat(begun(2, 6, 10, present())).isTrue();
        assertThat(files().used(scene().customer("Other").id())).isZero();
    }

    @Test
    void ofManyThatBeginAtOnceAsManyDoAsHaveRoom() {
        Instant now = present();

        List<Boolean> begun = Together.run(AT_ONCE, worker -> begun(worker, 3, 10, now));

        assertThat(Collections.frequency(begun, true)).isEqualTo(3);
        assertThat(files().used(acme.id())).isEqualTo(9);
    }

    @Test
    void anUploadThatIsOverTakesNothingMore() {
        Instant now = present();
        Attachment whole = uploaded(1, now);
        begun(2, 10, PLENTY, now);
        files().discard(List.of(id(2)), now);

        for (int number : new int[] {1, 2, 3}) {
            assertThat(files().append(id(number), 5, new byte[] {1}, now)).isFalse();
        }
        inTransaction(ignored -> {
            assertThat(files().complete(whole, Optional.empty())).isFalse();
            assertThat(files().complete(file(2, 5, Optional.empty(), now), Optional.empty()))
                    .isFalse();
        });
        assertThat(files().find(id(2))).isEmpty();
    }

    @Test
    void onlyTheUploadersOwnUnsentFilesCanBeSent() {
        Instant now = present();
        Attachment file = uploaded(1, now);
        bound(2);
        begun(3, 10, PLENTY, now);
        uploaded(4, now);
        files().discard(List.of(id(4)), now);
        List<AttachmentId> all = List.of(id(1), id(2), id(3), id(4), id(5));
        GroupId elsewhere = scene().group(scene().customer("Other")).id();
        List<AttachmentId> there = List.of(new AttachmentId(elsewhere, id(1).value()));

        inTransaction(ignored -> {
            assertThat(files().lockUnbound(ann.id(), all)).containsExactly(file);
            assertThat(files().lockUnbound(bob.id(), all)).isEmpty();
            assertThat(files().lockUnbound(ann.id(), there)).isEmpty();
            assertThat(files().lockUnbound(ann.id(), List.of())).isEmpty();
        });
    }

    @Test
    void aFileThatManyWantAtOnceIsBoundOnce() {
        Attachment file = uploaded(1, present());
        List<AttachmentId> wanted = List.of(file.id());

        List<Integer> bound = Together.run(AT_ONCE, worker -> transactions().inTransaction(now -> {
            List<Attachment> found = files().lockUnbound(ann.id(), wanted);
            files().bind(found.stream().map(Attachment::id).toList(), now);
            return found.size();
        }));

        assertThat(bound).containsOnlyOnce(1);
        assertThat(files().find(file.id())).contains(new Attachments.Kept(file, true, Storage.DATABASE, CHUNK));
    }

    @Test
    void aFileThatIsMovedIsFoundInTheOtherGroupOnly() {
        Attachment file = uploaded(1, present());
        uploaded(2, present());
        GroupId to = new GroupId(acme.id(), new UUID(8, 8));
        AttachmentId there = new AttachmentId(to, file.id().value());

        inTransaction(now -> {
            files().move(List.of(file.id()), to);
            assertThat(files().lockUnbound(ann.id(), List.of(there)))
                    .singleElement()
                    .satisfies(moved -> assertThat(moved.id()).isEqualTo(there));
            files().bind(List.of(there), now);
        });

        assertThat(files().find(file.id())).isEmpty();
        assertThatThrownBy(() -> files().chunk(file.id(), 0)).isInstanceOf(NoSuchElementException.class);
        assertThat(files().find(there))
                .hasValueSatisfying(kept -> assertThat(kept.bound()).isTrue());
        assertThat(files().chunk(there, 0)).containsExactly(1, 0, -1, 3);
        assertThat(files().find(id(2))).isPresent();
        assertThat(files().used(acme.id())).isEqualTo(10);
        files().discard(List.of(there), present());
        inTransaction(now -> assertThat(files().sweep(there, 9)).isTrue());
        assertThat(files().used(acme.id())).isEqualTo(5);
    }

    @Test
    void whatIsBoundIsNotMoved() {
        Attachment file = bound(1);

        inTransaction(now -> files().move(List.of(file.id()), new GroupId(acme.id(), new UUID(8, 8))));

        assertThat(files().find(file.id())).isPresent();
    }

    @Test
    void whatComesToNothingIsOverAtItsTime() {
        Instant now = present();
        begun(1, 10, PLENTY, now.minus(SILENT).plusMillis(1));
        begun(2, 10, PLENTY, now.minus(SILENT));
        uploaded(3, now.minus(UNBOUND).plusMillis(1));
        uploaded(4, now.minus(UNBOUND));
        begun(5, 10, PLENTY, now.minus(UNBOUND));
        files().append(id(5), 0, new byte[CHUNK], now);
        uploaded(6, now);
        files().discard(List.of(id(6)), now);
        Attachment sent = uploaded(7, now.minus(UNBOUND));
        files().bind(List.of(sent.id()), now.minus(UNBOUND));

        assertThat(over(now)).containsExactlyInAnyOrder(id(2), id(4), id(6));
        assertThat(over(now)).containsExactlyInAnyOrder(id(2), id(4), id(6));
        assertThat(files().find(id(3))).isPresent();
        assertThat(files().find(sent.id())).isPresent();
    }

    @Test
    void aDiscardedFileIsSweptPieceByPieceAndThenGivesBackItsRoom() {
        uploaded(1, present());
        assertThat(sweep(1, 1)).isTrue();
        assertThat(files().find(id(1))).isPresent();
        files().discard(List.of(id(1)), present());
        assertThat(files().used(acme.id())).isEqualTo(5);

        assertThat(sweep(1, 1)).isFalse();
        assertThat(files().used(acme.id())).isEqualTo(5);
        assertThat(sweep(1, 5)).isTrue();

        assertThat(files().used(acme.id())).isZero();
        assertThatThrownBy(() -> files().chunk(id(1), 0)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> files().chunk(id(1), 1)).isInstanceOf(NoSuchElementException.class);
        assertThat(over(present())).isEmpty();
        assertThat(sweep(1, 1)).isTrue();
    }

    @Test
    void whatManySweepAtOnceIsGivenBackOnce() {
        uploaded(1, present());
        uploaded(2, present());
        files().discard(List.of(id(1)), present());

        Together.run(AT_ONCE, worker -> sweep(1, 2));
        Together.run(AT_ONCE, worker -> sweep(1, 2));

        assertThat(files().used(acme.id())).isEqualTo(5);
    }

    @Test
    void aMessageKeepsItsFilesInTheAuthorsOrder() {
        Attachment first = bound(2);
        Attachment second = bound(1);
        Content words = new Content.Words(
                ann.id(), new ClientId(new UUID(3, 1)), MessageBody.NONE, List.of(first, second), Optional.empty());

        Message message =
                transactions().inTransaction(now -> stores().messages().append(group.id(), now, words));
        scene().say(group, bob, "without files");

        assertThat(message.content()).isEqualTo(words);
        assertThat(stores().messages().find(message.id())).contains(message);
        assertThat(stores().messages().listAfter(group.id(), 0, 10))
                .hasSize(2)
                .first()
                .isEqualTo(message);
        assertThat(stores().messages().listBefore(group.id(), 9, 10))
                .hasSize(2)
                .first()
                .isEqualTo(message);
        assertThat(stores().messages().findByClientId(group.id(), ann.id(), new ClientId(new UUID(3, 1))))
                .contains(message);
        Message deleted = transactions().inTransaction(now -> stores().messages()
                .replace(message.id(), new Content.Deleted(ann.id(), new ClientId(new UUID(3, 1)), now)));
        assertThat(stores().messages().find(message.id())).contains(deleted);
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        Attachment file = uploaded(1, present());

        assertThatThrownBy(() -> inTransaction(now -> {
                    files().begin(
                                    new Upload(id(2), ann.id(), FileName.NAMELESS, 7, Storage.DATABASE, CHUNK, now),
                                    PLENTY);
                    files().append(id(2), 0, new byte[CHUNK], now);
                    files().bind(List.of(file.id()), now);
                    files().discard(List.of(file.id()), now);
                    files().sweep(file.id(), 1);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(files().find(file.id())).contains(new Attachments.Kept(file, false, Storage.DATABASE, CHUNK));
        assertThat(files().chunk(file.id(), 1)).containsExactly(5);
        assertThat(files().used(acme.id())).isEqualTo(5);
        assertThat(begun(2, 10, 15, present())).isTrue();
    }
}
