package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.attachment.UploadAttachment;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.testkit.contract.Together;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * The law of files: a tenant never uses more than its quota, however many upload at once and whichever node dies; a file is sent once or
 * never, by who uploaded it; only who is in the group sees it, and before it is sent, only who uploaded it; wherever it is brought, it has
 * the same bytes; and of what is not taken, taken away, or never sent, nothing stays.
 */
@Says("The law of files: a tenant never uses more than its quota, however many upload at once and whichever "
        + "node dies; a file is sent once or never, by who uploaded it; only who is in the group sees it, and "
        + "before it is sent, only who uploaded it; wherever it is brought, it has the same bytes; and of what "
        + "is not taken, taken away, or never sent, nothing stays.")
public abstract class AttachmentLaw extends Law {

    private static final int CROWD = 6;

    private static final Setting SMALL = small(Storage.DATABASE);

    private static Setting small(Storage storage) {
        return Setting.USUAL.with(new AttachmentPolicy(
                UploadArbitraries.LARGEST,
                UploadArbitraries.QUOTA,
                storage,
                UploadArbitraries.CHUNK,
                AttachmentPolicy.DEFAULT.unboundFor(),
                AttachmentPolicy.DEFAULT.silentFor()));
    }

    /** Made for subclasses. */
    protected AttachmentLaw() {}

    @Property
    void filesAreCountedSentOnceAndNeverLeftBehind(@ForAll("busyUploaders") History history) {
        World world = world(SMALL);
        world.play(history);
        world.orSay(world.uploads()::requireNothingLeftBehind);
    }

    @Property
    void inAnObjectStoreTheyAreKeptAsWell(@ForAll("busyUploaders") History history) {
        World world = world(small(Storage.OBJECT_STORE));
        world.play(history);
        world.orSay(world.uploads()::requireNothingLeftBehind);
    }

    @Property(tries = 10, generation = GenerationMode.RANDOMIZED)
    void ofManyWhoUploadAtOnceNoneGoesOverTheQuota(@ForAll @IntRange(min = 1, max = 8) int size) {
        World world = world(SMALL);
        AtomicInteger most = new AtomicInteger();

        List<Boolean> taken = Together.run(CROWD, worker -> {
            boolean uploaded = upload(world, size, () -> most.accumulateAndGet(used(world), Math::max))
                    instanceof UploadAttachment.Uploaded;
            most.accumulateAndGet(used(world), Math::max);
            return uploaded;
        });

        assertThat(most.get()).isLessThanOrEqualTo(UploadArbitraries.QUOTA);
        assertThat(used(world)).isEqualTo(Collections.frequency(taken, true) * size);
        assertThat(Collections.frequency(taken, true)).isEqualTo(Math.min(CROWD, UploadArbitraries.QUOTA / size));
    }

    @Property(tries = 10, generation = GenerationMode.RANDOMIZED)
    void ofManyWhoSendOneFileAtOnceOneDoes(@ForAll @IntRange(min = 1, max = 4) int messages) {
        World world = world(SMALL);
        AttachmentId file = ((UploadAttachment.Uploaded) upload(world, 5, () -> {}))
                .attachment()
                .id();
        List<ClientId> clientIds = Collections.nCopies(messages, 0).stream()
                .map(ignored -> new ClientId(world.randomness().uuid()))
                .toList();

        List<PostMessage.Result> results = Together.run(2 * messages, worker -> world.desk()
                .postMessage
                .execute(new PostMessage.Command(
                        world.cast().group(Where.ACME),
                        world.cast().id(Who.ANN),
                        clientIds.get(worker % messages),
                        MessageBody.NONE,
                        List.of(file))));

        List<Message> said = world.stores().messages().listAfter(world.cast().group(Where.ACME), 0, 100);
        assertThat(said).hasSize(1);
        assertThat(results)
                .filteredOn(PostMessage.Posted.class::isInstance)
                .hasSize(2)
                .allMatch(result -> ((PostMessage.Posted) result).message().equals(said.get(0)));
        assertThat(said.get(0).words().orElseThrow().attachments())
                .extracting(Attachment::size)
                .containsExactly(5L);
    }

    private static UploadAttachment.Result upload(World world, int size, Runnable each) {
        int[] left = {size};
        return world.desk()
                .uploadAttachment
                .execute(
                        new UploadAttachment.Command(
                                world.cast().group(Where.ACME),
                                world.cast().id(Who.ANN),
                                FileName.NAMELESS,
                                "",
                                Optional.of((long) size)),
                        (into, from, length) -> {
                            each.run();
                            return left[0]-- > 0 ? 1 : -1;
                        });
    }

    private static int used(World world) {
        return (int) world.stores().attachments().used(world.cast().tenant(Company.ACME));
    }

    @Provide
    Arbitrary<History> busyUploaders() {
        return new HistoryArbitraries()
                .with(8, UploadArbitraries.uploads())
                .with(5, UploadArbitraries.sendings())
                .with(1, UploadArbitraries.cancellations())
                .with(2, UploadArbitraries.unsayings())
                .with(3, UploadArbitraries.looks())
                .with(2, UploadArbitraries.tidyings())
                .with(2, UploadArbitraries.relocations())
                .with(1, UploadArbitraries.passesUntilOver())
                .with(1, TimeArbitraries.passes())
                .with(1, ConversationArbitraries.leavings())
                .with(1, ConversationArbitraries.comings())
                .upTo(40);
    }
}
