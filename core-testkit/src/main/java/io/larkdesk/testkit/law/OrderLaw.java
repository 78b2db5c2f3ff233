package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.ReadConversation;
import io.larkdesk.testkit.contract.Together;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Law 8: a group's sequence has no gap and no duplicate; whoever reconnects, from any position that they once had, gets every later
 * message exactly once, in order, and the last state of each message that was changed.
 */
@Says("Law 8: a group's sequence has no gap and no duplicate; whoever reconnects, from any position that "
        + "they once had, gets every later message exactly once, in order, and the last state of each message "
        + "that was changed.")
public abstract class OrderLaw extends Law {

    private static final History CATCHING_UP =
            new History(List.of(new ReaderSteps.CatchUp(1), new ReaderSteps.CatchUp(2)));
    private static final int WRITERS = 4;
    private static final int READERS = 3;
    private static final int POSTS = 20;

    /** Made for subclasses. */
    protected OrderLaw() {}

    @Property
    void whoeverReconnectsGetsWhatIsNewOnceAndInOrder(@ForAll("readersAndWriters") History history) {
        World world = world(Setting.USUAL);
        world.play(history);
        world.play(CATCHING_UP);
        requireGapless(world);
    }

    @Property(tries = 20)
    void noMoreThanAPageIsGivenAtOnceAndNothingIsLostBetweenPages(@ForAll("pagefuls") History history) {
        World world = world(Setting.USUAL);
        world.play(new History(List.of(new ReaderSteps.PostMany(ReadConversation.PAGE + 1))));
        world.play(CATCHING_UP);
        world.play(history);
        world.play(CATCHING_UP);
    }

    @Property(tries = 5)
    void thisHoldsWhileManyWriteAtOnce(@ForAll long seed) {
        World world = world(Setting.USUAL);
        AtomicInteger writing = new AtomicInteger(WRITERS);

        List<Reader> readers = Together.run(WRITERS + READERS, worker -> {
            Reader reader = new Reader(world);
            if (worker < WRITERS) {
                write(world, new Random(seed + worker));
                writing.decrementAndGet();
            } else {
                follow(reader, writing, new Random(seed + worker));
            }
            return reader;
        });

        for (Reader reader : readers) {
            reader.catchUp();
            reader.requireUpToDate(world);
        }
        requireGapless(world);
        assertThat(world.stores().messages().end(world.cast().group(Where.ACME)).seq())
                .isEqualTo((long) WRITERS * POSTS);
    }

    private static void write(World world, Random random) {
        for (int i = 0; i < POSTS; i++) {
            Message mine = post(world, random);
            if (random.nextBoolean()) {
                Optional<MessageBody> body = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(body(random));
                world.desk()
                        .editMessage
                        .execute(new EditMessage.Command(mine.id(), world.cast().id(Who.BOB), body));
            }
        }
    }

    private static Message post(World world, Random random) {
        ClientId clientId = new ClientId(new UUID(random.nextLong(), random.nextLong()));
        PostMessage.Result result = world.desk()
                .postMessage
                .execute(new PostMessage.Command(
                        world.cast().group(Where.ACME), world.cast().id(Who.BOB), clientId, body(random)));
        return ((PostMessage.Posted) result).message();
    }

    private static MessageBody body(Random random) {
        return MessageBody.parse("text " + random.nextInt());
    }

    private static void follow(Reader reader, AtomicInteger writing, Random random) {
        while (writing.get() > 0) {
            reader.ask();
            if (random.nextInt(5) == 0) {
                reader.reconnect(random.nextInt(4));
            }
        }
    }

    private static void requireGapless(World world) {
        for (Where where : Where.values()) {
            List<Message> all = world.stores().messages().listAfter(world.cast().group(where), 0, Integer.MAX_VALUE);
            assertThat(all)
                    .extracting(message -> message.id().seq())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, all.size()).boxed().toList());
        }
    }

    @Provide
    Arbitrary<History> pagefuls() {
        return new HistoryArbitraries()
                .with(1, ReaderArbitraries.manyPosts())
                .with(2, ReaderArbitraries.manyEdits())
                .with(3, ReaderArbitraries.asks())
                .with(1, ReaderArbitraries.catchings())
                .with(2, ReaderArbitraries.reconnections())
                .upTo(8);
    }

    @Provide
    Arbitrary<History> readersAndWriters() {
        return new HistoryArbitraries()
                .with(4, ConversationArbitraries.mentions())
                .with(3, ConversationArbitraries.posts())
                .with(1, ConversationArbitraries.postsAgain())
                .with(4, ConversationArbitraries.edits())
                .with(2, ConversationArbitraries.deletions())
                .with(6, ReaderArbitraries.asks())
                .with(2, ReaderArbitraries.catchings())
                .with(3, ReaderArbitraries.reconnections())
                .with(1, ReaderArbitraries.openings())
                .upTo(30);
    }
}
