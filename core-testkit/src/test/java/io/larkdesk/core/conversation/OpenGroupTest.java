package io.larkdesk.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.larkdesk.core.conversation.ListMyGroups.MyGroup;
import io.larkdesk.core.conversation.OpenGroup.OpenedGroup;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.testkit.Scene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenGroupTest {

    private final Showing showing = new Showing();

    @Test
    void aMemberSeesTheGroupAsAWhole() {
        showing.say(showing.erin, "Hello " + Scene.at(showing.ann) + ", and " + Scene.at(showing.tom));
        showing.say(showing.zoe, "hi");
        showing.readUpTo(showing.erin, 1);

        OpenedGroup opened = open(showing.ann).orElseThrow();

        assertThat(opened.group().group()).isEqualTo(showing.group);
        assertThat(opened.group().unread()).isEqualTo(new Unread(showing.group.id(), 2, 1));
        assertThat(opened.stretch().messages()).hasSize(2);
        assertThat(opened.readers())
                .extracting(ReadCursor::person)
                .containsExactly(showing.erin.id(), showing.tom.id(), showing.zoe.id(), showing.ann.id());
        assertThat(opened.readers()).extracting(ReadCursor::upTo).containsExactly(1L, 0L, 0L, 0L);
        assertThat(opened.people()).containsExactlyInAnyOrder(showing.erin, showing.tom, showing.zoe, showing.ann);
        assertThat(opened.tam()).contains(showing.tom);
        assertThat(opened.provider()).contains("Alder Cloud");
    }

    @Test
    void theServiceTeamHasNoTam() {
        assertThat(open(showing.erin).orElseThrow().tam()).isEmpty();
    }

    @Test
    void aTamWhoLeftIsNobodysTam() {
        showing.leave(showing.tom);

        assertThat(open(showing.ann).orElseThrow().tam()).isEmpty();
    }

    @Test
    void toEverybodyElseItDoesNotExist() {
        showing.leave(showing.ann);

        assertThat(open(showing.ann)).isEmpty();
        assertThat(open(showing.stranger)).isEmpty();
    }

    @Test
    void theOtherGroupsAreListedByName() {
        ServiceGroup first = showing.scene.group(showing.scene.customer("A first"));
        ServiceGroup other = showing.scene.group(showing.scene.customer("Beta"));
        Person customer = showing.scene.person(showing.scene.customer("Gamma"), "Carl");
        showing.scene.join(first, showing.erin);
        showing.scene.join(other, showing.erin);
        showing.scene.join(other, customer);
        showing.scene.say(other, customer, "anybody there?");

        assertThat(open(showing.erin).orElseThrow().groups())
                .extracting(my -> my.group().name(), MyGroup::unread)
                .containsExactly(
                        tuple("Group of A first", new Unread(first.id(), 0, 0)),
                        tuple("Group of Acme", new Unread(showing.group.id(), 0, 0)),
                        tuple("Group of Beta", new Unread(other.id(), 1, 0)));
    }

    @Test
    void anyPlaceCanBeAskedFor() {
        showing.say(showing.zoe, 120);

        assertThat(seqs(60)).hasSize(ReadConversation.PAGE).contains(60L);
        assertThat(seqs(1)).startsWith(1L).hasSize(ReadConversation.PAGE);
        assertThat(seqs(-5)).startsWith(1L);
        assertThat(seqs(Long.MIN_VALUE)).hasSize(ReadConversation.PAGE);
        assertThat(seqs(1_000)).endsWith(120L).hasSize(ReadConversation.PAGE);
        assertThat(seqs(Long.MAX_VALUE)).hasSize(ReadConversation.PAGE);
    }

    private List<Long> seqs(long around) {
        return showing
                .openGroup
                .execute(new OpenGroup.Command(showing.group.id(), showing.ann.id(), Optional.of(around)))
                .orElseThrow()
                .stretch()
                .messages()
                .stream()
                .map(message -> message.id().seq())
                .toList();
    }

    private Optional<OpenedGroup> open(Person reader) {
        return showing.openGroup.execute(new OpenGroup.Command(showing.group.id(), reader.id(), Optional.empty()));
    }
}
