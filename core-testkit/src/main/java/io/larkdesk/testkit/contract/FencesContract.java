package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.fence.Fence;
import io.larkdesk.core.fence.Mark;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The promises of {@link io.larkdesk.core.fence.Fences}. */
public abstract class FencesContract extends StoresContract {

    private static final Instant EPOCH = Instant.parse("2026-03-09T08:00:00.123Z");

    /** Made for subclasses. */
    protected FencesContract() {}

    private static Fence fence(Fence.State state) {
        return new Fence(
                new Mark(EPOCH, EPOCH.plusSeconds(7)), "here '数据'", state, EPOCH.toEpochMilli(), Optional.of(EPOCH));
    }

    @Test
    void thereIsOneWhichIsNewUntilItIsStored() {
        assertThat(stores().fences().get()).isEqualTo(Fence.NEW);
        inTransaction(now -> assertThat(stores().fences().lock()).isEqualTo(Fence.NEW));
        assertThatThrownBy(() -> stores().fences().lock()).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(Fence.State.class)
    void itIsFoundAsItWasSavedLast(Fence.State state) {
        stores().fences().save(fence(Fence.State.LIFTED));
        stores().fences().save(fence(state));

        assertThat(stores().fences().get()).isEqualTo(fence(state));
        inTransaction(now -> assertThat(stores().fences().lock()).isEqualTo(fence(state)));
    }

    @Test
    void whereNoOtherServerHasTakenOverFollowingChangesNothing() {
        assertThat(stores().fences().follow()).isEqualTo(Fence.NEW);
        stores().fences().save(fence(Fence.State.LIFTED));

        assertThat(stores().fences().follow()).isEqualTo(fence(Fence.State.LIFTED));
        assertThat(stores().fences().follow()).isEqualTo(stores().fences().get());
    }

    @Test
    void theDatabaseIsToldTheSameEachTime() {
        assertThat(stores().fences().here())
                .isNotEmpty()
                .isEqualTo(stores().fences().here());
    }

    @Test
    void changesGoOnAboveTheFloorAndPlacesWithoutAGap() {
        Tenant tenant = scene().customer("Acme");
        Person ann = scene().person(tenant, "Ann");
        GroupId group = scene().group(tenant).id();
        Message before = say(group, ann, "before");
        Position end = stores().messages().end(group);
        assertThat(before.revision()).isLessThan(1_000);

        Fence raised = fence(Fence.State.ASKED);
        stores().fences().save(raised);

        assertThat(stores().messages().end(group)).isEqualTo(end);
        Message after = say(group, ann, "after");
        assertThat(after.id().seq()).isEqualTo(before.id().seq() + 1);
        assertThat(after.revision()).isEqualTo(raised.floor() + 1);
        assertThat(stores().messages()
                        .replace(before.id(), words(ann, "changed"))
                        .revision())
                .isEqualTo(raised.floor() + 2);
        assertThat(stores().messages().listChanged(group, end, 10)).hasSize(1);
        assertThat(stores().messages().end(group))
                .isEqualTo(new Position(after.id().seq(), raised.floor() + 2));
    }

    @Test
    void aPositionIsKnownUnlessItLeadsToWhatIsLost() {
        Tenant tenant = scene().customer("Acme");
        Person ann = scene().person(tenant, "Ann");
        GroupId group = scene().group(tenant).id();
        Message before = say(group, ann, "before");
        Position end = stores().messages().end(group);
        Position lost = new Position(end.seq() + 3, end.revision() + 3);
        assertThat(known(group, Position.START, end, lost)).containsExactly(true, true, false);

        stores().fences().save(fence(Fence.State.ASKED));
        assertThat(known(group, Position.START, end, lost)).containsExactly(true, true, false);

        say(group, ann, "after");
        Position next = stores().messages().end(group);
        Position later = new Position(next.seq() + 1, next.revision() + 1);
        assertThat(known(group, Position.START, end, lost, next, later))
                .containsExactly(true, true, false, true, false);

        stores().messages().replace(before.id(), words(ann, "changed"));
        assertThat(known(group, lost, next, later)).containsExactly(false, true, true);
        assertThat(stores().messages().knows(new GroupId(tenant.id(), new UUID(7, 7)), lost))
                .isTrue();
    }

    private List<Boolean> known(GroupId group, Position... positions) {
        return Stream.of(positions)
                .map(position -> stores().messages().knows(group, position))
                .toList();
    }

    private Message say(GroupId group, Person author, String words) {
        return stores().messages().append(group, present(), words(author, words));
    }

    private static Content words(Person author, String words) {
        return new Content.Words(
                author.id(),
                new ClientId(UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8))),
                MessageBody.parse(words),
                Optional.empty());
    }
}
