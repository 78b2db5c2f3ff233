package io.larkdesk.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.attachment.UploadAttachment.NotAMember;
import io.larkdesk.core.attachment.UploadAttachment.Problem;
import io.larkdesk.core.attachment.UploadAttachment.Refused;
import io.larkdesk.core.attachment.UploadAttachment.Uploaded;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import io.larkdesk.testkit.memory.InMemoryObjectStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadAttachmentTest {

    private static final String PNG = "\u0089PNG\r\n\u001A\n and the rest";

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(5));
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final Person ann = scene.person(acme, "Ann");
    private final Member member = scene.join(group, ann);
    private final InMemoryObjectStore objects = new InMemoryObjectStore();
    private final FileBytes bytes = new FileBytes(desk.transactions(), desk.attachments(), objects);
    private final List<String> looked = new ArrayList<>();

    private UploadAttachment.Result upload(
            String content, String declared, AttachmentPolicy policy, Pictures pictures) {
        UploadAttachment use = new UploadAttachment(
                desk.transactions(),
                desk.members(),
                desk.attachments(),
                bytes,
                pictures,
                policy,
                new SeededRandomness(6));
        ByteArrayInputStream source = new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1));
        return use.execute(
                new UploadAttachment.Command(group.id(), ann.id(), FileName.clean("a.png"), declared, Optional.empty()),
                source::read);
    }

    private UploadAttachment.Result upload(String content, String declared) {
        return upload(content, declared, AttachmentPolicy.DEFAULT, this::look);
    }

    private Optional<Pictures.Seen> look(FileType type, StoredBytes bytes) {
        looked.add(type + " " + new String(bytes.chunkAt(0), StandardCharsets.ISO_8859_1));
        return Optional.of(new Pictures.Seen(30, 20, Optional.of(new Thumbnail(FileType.JPEG, new byte[] {1, 2, 3}))));
    }

    private long used() {
        return desk.attachments().used(acme.id());
    }

    @Test
    void aPictureIsLookedAtOnceItIsWhole() {
        Attachment file = ((Uploaded) upload(PNG, "image/png")).attachment();

        assertThat(looked).containsExactly("PNG " + PNG);
        assertThat(file.picture()).contains(new Picture(30, 20, true));
        assertThat(file.type()).isEqualTo(FileType.PNG);
        assertThat(file.size()).isEqualTo(PNG.length());
        assertThat(desk.attachments().findThumbnail(file.id()).orElseThrow().bytes())
                .containsExactly(1, 2, 3);
        assertThat(used()).isEqualTo(PNG.length());
    }

    @Test
    void aDamagedPictureIsAFile() {
        Attachment file = ((Uploaded)
                        upload(PNG, "image/png", AttachmentPolicy.DEFAULT, (type, bytes) -> Optional.empty()))
                .attachment();

        assertThat(file.picture()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text/html, OTHER", "application/pdf, OTHER", "'', OTHER", "image/svg+xml, OTHER"})
    void whatPromisesNoPictureIsWhatItsContentSays(String declared, FileType type) {
        Attachment file = ((Uploaded) upload("<script>alert(1)</script>", declared)).attachment();

        assertThat(file.type()).isEqualTo(type);
        assertThat(looked).isEmpty();
    }

    @Test
    void whatPromisesAPictureAndIsNoneIsRefused() {
        assertThat(upload("<script>alert(1)</script>", "image/png")).isEqualTo(new Refused(Problem.NOT_A_PICTURE));
        assertThat(upload("GIF8", "image/gif")).isEqualTo(new Refused(Problem.NOT_A_PICTURE));
        assertThat(upload("GIF89a", "image/png")).isInstanceOf(Uploaded.class);
        assertThat(used()).isEqualTo(6);
    }

    @Test
    void aPictureInSmallPiecesIsKnownAllTheSame() {
        AttachmentPolicy small = new AttachmentPolicy(
                100,
                1_000,
                Storage.DATABASE,
                3,
                AttachmentPolicy.DEFAULT.unboundFor(),
                AttachmentPolicy.DEFAULT.silentFor());

        Attachment file = ((Uploaded) upload(PNG, "image/png", small, (type, bytes) -> Optional.empty())).attachment();

        assertThat(file.type()).isEqualTo(FileType.PNG);
    }

    @Test
    void inTheObjectStoreAPictureIsLookedAtToo() {
        Attachment file = ((Uploaded) upload(PNG, "image/png", AttachmentPolicy.DEFAULT.inObjectStore(), this::look))
                .attachment();

        assertThat(looked).containsExactly("PNG " + PNG);
        assertThat(objects.get(file.id(), 0)).isEqualTo(PNG.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(desk.attachments().findThumbnail(file.id())).isPresent();
    }

    @Test
    void whileTheObjectStoreIsAwayNothingIsTakenAndWhatArrivedIsTidiedLater() {
        objects.setAway(true);

        assertThat(upload("words", "", AttachmentPolicy.DEFAULT.inObjectStore(), this::look))
                .isEqualTo(new Refused(Problem.STORE_AWAY));

        assertThat(objects.count()).isOne();
        TidyAttachments tidy =
                new TidyAttachments(desk.transactions(), desk.attachments(), bytes, AttachmentPolicy.DEFAULT);
        objects.setAway(false);
        assertThat(tidy.execute()).isZero();
        clock.advance(AttachmentPolicy.DEFAULT.silentFor());
        objects.setAway(true);
        assertThatThrownBy(tidy::execute).isInstanceOf(ObjectStoreException.class);
        assertThat(used()).isPositive();
        objects.setAway(false);
        clock.advance(AttachmentPolicy.DEFAULT.silentFor());
        assertThat(tidy.execute()).isOne();
        assertThat(objects.count()).isZero();
        assertThat(used()).isZero();
    }

    @Test
    void whoLeavesMeanwhileHasUploadedNothing() {
        UploadAttachment.Result result = upload(PNG, "image/png", AttachmentPolicy.DEFAULT, (type, bytes) -> {
            scene.leave(member);
            return Optional.empty();
        });

        assertThat(result).isEqualTo(new NotAMember());
        assertThat(used()).isZero();
    }

    @Test
    void strangersAreToldNothingOfTheFile() {
        scene.leave(member);

        assertThat(upload("", "image/png")).isEqualTo(new NotAMember());
        assertThat(used()).isZero();
    }
}
