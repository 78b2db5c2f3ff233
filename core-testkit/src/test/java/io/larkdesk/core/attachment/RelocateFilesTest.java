package io.larkdesk.core.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.attachment.RelocateFiles.Outcome;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import io.larkdesk.testkit.memory.InMemoryObjectStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelocateFilesTest {

    private static final AttachmentPolicy SMALL = new AttachmentPolicy(
            100,
            10_000,
            Storage.DATABASE,
            3,
            AttachmentPolicy.DEFAULT.unboundFor(),
            AttachmentPolicy.DEFAULT.silentFor());

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(5);
    private final Scene scene = new Scene(desk, randomness);
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final Person ann = scene.person(acme, "Ann");
    private final InMemoryObjectStore objects = new InMemoryObjectStore();
    private final FileBytes bytes = new FileBytes(desk.transactions(), desk.attachments(), objects);
    private final RelocateFiles relocate = new RelocateFiles(desk.transactions(), desk.attachments(), bytes);
    private final TidyAttachments tidy =
            new TidyAttachments(desk.transactions(), desk.attachments(), bytes, AttachmentPolicy.DEFAULT);
    private final List<RelocateFiles.Looked> looked = new ArrayList<>();

    RelocateFilesTest() {
        scene.join(group, ann);
    }

    private Attachment sent(String content) {
        UploadAttachment upload = new UploadAttachment(
                desk.transactions(),
                desk.members(),
                desk.attachments(),
                bytes,
                (type, picture) -> Optional.empty(),
                SMALL,
                randomness);
        UploadAttachment.Result result = upload.execute(
                new UploadAttachment.Command(group.id(), ann.id(), FileName.NAMELESS, "", Optional.empty()),
                new ByteArrayInputStream(content.getBytes(UTF_8))::read);
        Attachment file = ((UploadAttachment.Uploaded) result).attachment();
        desk.attachments().bind(List.of(file.id()), Instant.now(clock));
        return file;
    }

    private List<Outcome> into(Storage storage) {
        looked.clear();
        relocate.execute(storage, looked::add);
        return looked.stream().map(RelocateFiles.Looked::outcome).toList();
    }

    private Attachments.Kept kept(Attachment file) {
        return desk.attachments().find(file.id()).orElseThrow();
    }

    private String content(Attachment file, Storage storage) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int place = 0; place * 3L < file.size(); place++) {
            all.writeBytes(bytes.read(file.id(), storage, place));
        }
        return all.toString(UTF_8);
    }

    private void takeBack(Attachment file) {
        desk.attachments().discard(List.of(file.id()), Instant.now(clock));
    }

    @Test
    void filesGoToTheObjectStoreAndComeBackByteForByte() {
        Attachment file = sent("eight by");

        assertThat(into(Storage.DATABASE)).isEmpty();
        assertThat(into(Storage.OBJECT_STORE)).containsExactly(Outcome.RELOCATED);
        assertThat(kept(file).storage()).isEqualTo(Storage.OBJECT_STORE);
        assertThat(relocate.isDone(Storage.OBJECT_STORE)).isTrue();
        assertThat(relocate.isDone(Storage.DATABASE)).isFalse();
        assertThat(content(file, Storage.OBJECT_STORE)).isEqualTo("eight by");
        assertThat(into(Storage.OBJECT_STORE)).isEmpty();

        assertThat(into(Storage.DATABASE)).containsExactly(Outcome.RELOCATED);
        assertThat(kept(file).storage()).isEqualTo(Storage.DATABASE);
        objects.setAway(true);
        assertThat(content(file, Storage.DATABASE)).isEqualTo("eight by");
    }

    @Test
    void manyFilesAreLookedAtOnceEach() {
        List<AttachmentId> files = IntStream.range(0, 45)
                .mapToObj(number -> sent("file " + number).id())
                .toList();

        assertThat(into(Storage.OBJECT_STORE)).hasSize(45).containsOnly(Outcome.RELOCATED);

        assertThat(looked).extracting(one -> one.file().id()).containsExactlyInAnyOrderElementsOf(files);
    }

    /** Whoever began to read before sees the rest all the same. */
    @Test
    void aFileIsReadToItsEndWhileItIsRelocated() {
        Attachment file = sent("eight by");
        Storage found = kept(file).storage();
        into(Storage.OBJECT_STORE);

        assertThat(content(file, found)).isEqualTo("eight by");

        into(Storage.DATABASE);
        objects.delete(file.id(), 2);
        assertThat(content(file, Storage.OBJECT_STORE)).isEqualTo("eight by");
    }

    @Test
    void whatWasStoppedGoesOnTheNextTime() {
        Attachment file = sent("eight by");
        objects.setAway(true);
        assertThatThrownBy(() -> into(Storage.OBJECT_STORE)).isInstanceOf(ObjectStoreException.class);
        assertThat(objects.count()).isOne();
        assertThat(content(file, Storage.DATABASE)).isEqualTo("eight by");
        objects.setAway(false);

        assertThat(into(Storage.OBJECT_STORE)).containsExactly(Outcome.RELOCATED);

        assertThat(objects.count()).isEqualTo(3);
        takeBack(file);
        assertThat(tidy.execute()).isOne();
        assertThat(objects.count()).isZero();
    }

    @Test
    void ofWhatIsTakenBackMeanwhileNothingStays() {
        Attachment file = sent("eight by");
        objects.setAway(true);
        assertThatThrownBy(() -> into(Storage.OBJECT_STORE)).isInstanceOf(ObjectStoreException.class);
        objects.setAway(false);
        takeBack(file);

        assertThat(into(Storage.OBJECT_STORE)).isEmpty();
        assertThat(tidy.execute()).isZero();
        clock.advance(AttachmentPolicy.DEFAULT.silentFor());
        assertThat(tidy.execute()).isOne();

        assertThat(objects.count()).isZero();
        assertThat(desk.attachments().used(acme.id())).isZero();
    }

    @Test
    void whatIsTakenBackMeanwhileIsNoDamage() {
        Attachment first = sent("one");
        Attachment second = sent("two");

        relocate.execute(Storage.OBJECT_STORE, one -> {
            takeBack(one.file().id().equals(first.id()) ? second : first);
            looked.add(one);
        });

        assertThat(looked)
                .extracting(RelocateFiles.Looked::outcome)
                .containsExactly(Outcome.RELOCATED, Outcome.OVERTAKEN);
    }

    @Test
    void aDamagedFileStaysWhereItIsAndOthersDoNot() {
        Attachment damaged = sent("eight by");
        Attachment missing = sent("seven b");
        Attachment whole = sent("six by");
        into(Storage.OBJECT_STORE);
        objects.put(damaged.id(), 1, "xxx".getBytes(UTF_8));
        objects.delete(missing.id(), 2);

        assertThat(into(Storage.DATABASE))
                .containsExactlyInAnyOrder(Outcome.DAMAGED, Outcome.DAMAGED, Outcome.RELOCATED);

        assertThat(kept(damaged).storage()).isEqualTo(Storage.OBJECT_STORE);
        assertThat(kept(missing).storage()).isEqualTo(Storage.OBJECT_STORE);
        assertThat(kept(whole).storage()).isEqualTo(Storage.DATABASE);

        objects.put(damaged.id(), 1, "ht ".getBytes(UTF_8));
        objects.put(missing.id(), 2, "b".getBytes(UTF_8));
        assertThat(into(Storage.DATABASE)).containsExactly(Outcome.RELOCATED, Outcome.RELOCATED);
        assertThat(content(damaged, Storage.DATABASE)).isEqualTo("eight by");
        assertThat(content(missing, Storage.DATABASE)).isEqualTo("seven b");
    }
}
