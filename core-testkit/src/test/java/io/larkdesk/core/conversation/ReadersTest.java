package io.larkdesk.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ShowReaders.Readers;
import io.larkdesk.core.person.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadersTest {

    private final Showing showing = new Showing();
    private final ShowReaders showReaders = new ShowReaders(
            showing.desk.transactions(),
            showing.listMembers,
            showing.desk.messages(),
            showing.desk.readCursors(),
            showing.desk.groups());
    private final CountUnread countUnread =
            new CountUnread(showing.desk.transactions(), showing.desk.members(), showing.desk.readCursors());

    @Test
    void anAuthorSeesWhoHasReadAndWhoHasNot() {
        showing.say(showing.zoe, "earlier");
        Message message = showing.say(showing.ann, "look");
        showing.readUpTo(showing.tom, 2);
        showing.readUpTo(showing.zoe, 1);
        showing.readUpTo(showing.ann, 2);

        assertThat(showReaders.execute(message.id(), showing.ann.id()))
                .contains(new Readers(showing.group, List.of(showing.tom), List.of(showing.erin, showing.zoe)));
    }

    @Test
    void ofOthersMessagesNobodySeesTheReaders() {
        Message message = showing.say(showing.ann, "look");

        assertThat(showReaders.execute(message.id(), showing.zoe.id())).isEmpty();
        assertThat(showReaders.execute(message.id(), showing.stranger.id())).isEmpty();
        assertThat(showReaders.execute(new MessageId(showing.group.id(), 2), showing.ann.id()))
                .isEmpty();
    }

    @Test
    void whoLeftNeitherSeesReadersNorIsOne() {
        Message message = showing.say(showing.ann, "look");
        showing.leave(showing.tom);
        assertThat(showReaders
                        .execute(message.id(), showing.ann.id())
                        .orElseThrow()
                        .unread())
                .containsExactly(showing.erin, showing.zoe);

        showing.leave(showing.ann);
        assertThat(showReaders.execute(message.id(), showing.ann.id())).isEmpty();
    }

    @Test
    void membersAreListedServiceTeamFirstToMembersOnly() {
        assertThat(showing.listMembers.execute(showing.group.id(), showing.zoe.id()))
                .contains(List.of(showing.erin, showing.tom, showing.ann, showing.zoe));
        assertThat(showing.listMembers.execute(showing.group.id(), showing.stranger.id()))
                .isEmpty();
    }

    @Test
    void unreadIsCountedForMembersOnly() {
        showing.say(showing.zoe, 3);
        showing.readUpTo(showing.ann, 1);
        showing.leave(showing.tom);
        List<Person> asked = List.of(showing.zoe, showing.ann, showing.tom, showing.stranger);

        assertThat(countUnread.execute(
                        showing.group.id(), asked.stream().map(Person::id).toList()))
                .isEqualTo(Map.of(
                        showing.zoe.id(), new Unread(showing.group.id(), 0, 0),
                        showing.ann.id(), new Unread(showing.group.id(), 2, 0)));
    }

    @Test
    void pagesAreTurnedToEitherEnd() {
        TurnPages turn =
                new TurnPages(showing.desk.transactions(), showing.read, showing.desk.messages(), showing.namePeople);
        showing.say(showing.zoe, 100);

        TurnPages.Page last =
                turn.back(showing.group.id(), showing.ann.id(), 101).orElseThrow();
        assertThat(last.messages()).hasSize(50);
        assertThat(last.more()).isTrue();
        assertThat(last.people()).containsExactly(showing.zoe);
        assertThat(turn.back(showing.group.id(), showing.ann.id(), 51)
                        .orElseThrow()
                        .more())
                .isFalse();
        assertThat(turn.back(showing.group.id(), showing.ann.id(), 1))
                .contains(new TurnPages.Page(List.of(), false, List.of()));
        assertThat(turn.forward(showing.group.id(), showing.ann.id(), 49)
                        .orElseThrow()
                        .more())
                .isTrue();
        assertThat(turn.forward(showing.group.id(), showing.ann.id(), 50)
                        .orElseThrow()
                        .more())
                .isFalse();
        assertThat(turn.back(showing.group.id(), showing.stranger.id(), 101)).isEqualTo(Optional.empty());
    }
}
