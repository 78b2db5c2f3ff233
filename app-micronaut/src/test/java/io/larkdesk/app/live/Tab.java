package io.larkdesk.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A page in a person's browser over all its connections: what it was drawn with, and what it heard since. */
final class Tab {

    private static final Pattern MARK = Pattern.compile("in [0-9a-f-]{36}");

    private final LiveDesk live;
    private final ServiceGroup group;
    private final Person person;
    private final Seen seen = new Seen();
    private final List<Long> arrived = new ArrayList<>();
    private final long drawnUpTo;
    private Position position;
    private Optional<Browser> connection = Optional.empty();
    private int taken;
    private OptionalLong outSince = OptionalLong.empty();

    /** A page that shows everything up to now. */
    Tab(LiveDesk live, ServiceGroup group, Person person) {
        this.live = live;
        this.group = group;
        this.person = person;
        this.position = live.end(group);
        this.drawnUpTo = position.seq();
        stored().forEach(message -> seen.put(message.id().seq(), message.revision()));
    }

    private List<Message> stored() {
        return live.desk.messages().listAfter(group.id(), 0, Integer.MAX_VALUE);
    }

    boolean isOf(ServiceGroup other, Person owner) {
        return group.equals(other) && person.equals(owner);
    }

    /** The person went out of the group; from here on nothing may be heard. */
    void wentOut() {
        if (outSince.isEmpty()) {
            outSince = OptionalLong.of(live.end(group).seq());
        }
    }

    /** The person is in the group again, and may hear again. */
    void cameBack() {
        if (isOut()) {
            assertCutOff();
            outSince = OptionalLong.empty();
        }
    }

    boolean isOut() {
        return outSince.isPresent();
    }

    /** Connects to {@code node}, whatever was before, and asks for {@code pieces} for the present. */
    void connect(Node node, long pieces) {
        cut();
        if (isOut()) {
            return;
        }
        Browser browser = node.connectSlowly(live.follower(group, person, Optional.of(position)));
        browser.request(pieces);
        connection = Optional.of(browser);
        taken = 0;
    }

    /** The connection breaks; what was not taken is lost. */
    void cut() {
        take();
        connection.ifPresent(Browser::cancel);
        connection = Optional.empty();
    }

    void request(long pieces) {
        connection.ifPresent(browser -> browser.request(pieces));
    }

    /** Takes in what came. */
    void take() {
        connection.ifPresent(browser -> {
            List<Browser.Event> events = browser.events();
            events.subList(taken, events.size()).forEach(this::take);
            taken = events.size();
        });
    }

    private void take(Browser.Event event) {
        if (event.name().equals("messages") || event.name().equals("changes")) {
            seen.add(event.data());
            assertThat(MARK.matcher(event.data()).results())
                    .allMatch(mark -> mark.group().equals(mark(group)));
        }
        if (event.name().equals("messages")) {
            Seen.items(event.data()).forEach(item -> arrived.add(Long.parseLong(item.group(1))));
        }
        position = event.id().flatMap(Position::parse).orElse(position);
    }

    /** What stands in every message of {@code group}, and of no other. */
    static String mark(ServiceGroup group) {
        return "in " + group.id().value();
    }

    /** Every message after those of the page came once and in order, and all are as they are stored. */
    void assertComplete() {
        take();
        assertThat(arrived).containsExactlyElementsOf(rangeUpTo(live.end(group).seq()));
        assertThat(seen.revisions()).hasSize(stored().size());
        stored().forEach(message ->
                assertThat(seen.revisions()).containsEntry(message.id().seq(), message.revision()));
    }

    /** Nothing came that was said after the person went out, and what came, came once and in order. */
    void assertCutOff() {
        take();
        long last = outSince.orElseThrow();
        assertThat(arrived).isSubsetOf(rangeUpTo(last)).isSorted().doesNotHaveDuplicates();
    }

    private List<Long> rangeUpTo(long last) {
        List<Long> range = new ArrayList<>();
        for (long seq = drawnUpTo + 1; seq <= last; seq++) {
            range.add(seq);
        }
        return range;
    }
}
