package io.larkdesk.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.FollowConversation.Latest;
import io.larkdesk.core.conversation.ReadConversation.News;
import io.larkdesk.testkit.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FollowConversationTest {

    private final Showing showing = new Showing();

    @Test
    void everyPositionGetsItsOwnNews() {
        Message first = showing.say(showing.zoe, "one");
        Message second = showing.say(showing.ann, "two " + Scene.at(showing.tom));
        Position middle = Position.START.after(first);
        Position end = middle.after(second);

        Latest latest = follow(Position.START, middle, end);

        assertThat(latest.end()).isEqualTo(end);
        assertThat(latest.news())
                .isEqualTo(Map.of(
                        Position.START,
                        new News(List.of(first, second), List.of(), end),
                        middle,
                        new News(List.of(second), List.of(), end),
                        end,
                        new News(List.of(), List.of(), end)));
        assertThat(latest.people()).containsExactlyInAnyOrder(showing.zoe, showing.ann, showing.tom);
        assertThat(latest.present())
                .containsExactlyInAnyOrder(showing.erin.id(), showing.tom.id(), showing.zoe.id(), showing.ann.id());
    }

    @Test
    void whoLeftIsNeitherPresentNorAReader() {
        showing.say(showing.zoe, 2);
        showing.readUpTo(showing.tom, 2);
        showing.readUpTo(showing.ann, 1);
        showing.leave(showing.tom);

        Latest latest = follow(Position.START);

        assertThat(latest.present()).doesNotContain(showing.tom.id()).hasSize(3);
        assertThat(latest.read()).isEqualTo(Map.of(showing.ann.id(), 1L, showing.erin.id(), 0L, showing.zoe.id(), 0L));
    }

    @Test
    void changesOfMessagesThatWereSeenCome() {
        Message first = showing.say(showing.zoe, "one");
        Position seen = Position.START.after(first);
        Message changed = showing.edit(first, showing.zoe, "uno");
        Message second = showing.say(showing.zoe, "two");

        assertThat(follow(seen).news().get(seen))
                .isEqualTo(new News(List.of(second), List.of(changed), new Position(2, 3)));
    }

    @Test
    void longAbsenceIsMadeUpForPageByPage() {
        showing.say(showing.zoe, 130);
        List<Message> all = showing.desk.messages().listAfter(showing.group.id(), 0, 1_000);
        Position position = new Position(20, 20);
        for (Message message : all.subList(0, 120)) {
            showing.edit(message, showing.zoe, "edited");
        }
        Set<Long> messages = new TreeSet<>();
        Set<Long> changes = new TreeSet<>();
        List<Long> order = new ArrayList<>();
        for (int pages = 0; pages < 20; pages++) {
            News news = Objects.requireNonNull(follow(position).news().get(position));
            news.messages().forEach(message -> order.add(message.id().seq()));
            news.messages().forEach(message -> messages.add(message.id().seq()));
            news.changes().stream()
                    .filter(message -> message.id().seq() <= 20)
                    .forEach(message -> changes.add(message.id().seq()));
            position = news.next();
        }

        assertThat(order).isSorted().doesNotHaveDuplicates();
        assertThat(messages).hasSize(110);
        assertThat(changes).hasSize(20);
        assertThat(position).isEqualTo(showing.desk.messages().end(showing.group.id()));
    }

    @Test
    void whoIsAheadBeginsAnewAndWhoOnlyAsksGoesOnFromTheEnd() {
        showing.say(showing.zoe, 2);
        Position ahead = new Position(90, 100);

        assertThat(follow(ahead).outdated()).containsExactly(ahead);
        assertThat(showing.read.since(showing.group.id(), showing.ann.id(), ahead))
                .contains(new News(List.of(), List.of(), new Position(2, 2)));
    }

    private Latest follow(Position... positions) {
        return showing.follow.execute(showing.group.id(), List.of(positions));
    }
}
