package io.larkdesk.app.live;

import io.larkdesk.app.live.OpenPage.Follower;
import io.larkdesk.app.page.Audience;
import io.larkdesk.app.page.MessageView;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.FollowConversation.Latest;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.conversation.ReadConversation.News;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is new in a group, drawn once for each position and audience, however many pages get it. Of one thread. */
final class RoomNews {

    private static final byte[] NOTHING = {};

    private final Latest latest;
    private final Pages pages;
    private final Map<UUID, PersonView> people;
    private final Map<Wanted, byte[]> drawn = new HashMap<>();
    private final Map<Position, Set<UUID>> actors = new HashMap<>();

    RoomNews(GroupId group, Latest latest, Pages pages) {
        this.latest = latest;
        this.pages = pages;
        this.people = latest.people().stream()
                .map(person -> PersonView.of(person, Side.of(person.id(), group)))
                .collect(Collectors.toMap(PersonView::id, Function.identity()));
    }

    private record Wanted(Position position, Audience audience) {}

    /** Where a page is that has everything. */
    Position end() {
        return latest.end();
    }

    /** How far the members have read. */
    Map<PersonId, Long> read() {
        return latest.read();
    }

    /** Whether {@code person} is in the group, and may be shown any of this. */
    boolean isPresent(PersonId person) {
        return latest.present().contains(person);
    }

    /** Whether a page at {@code position} shows what is lost, and is to be loaded anew; nothing else may be asked of that position then. */
    boolean isOutdated(Position position) {
        return latest.outdated().contains(position);
    }

    /** Where a page is that was at {@code position}, when it has got its {@link #after} of it. */
    Position next(Position position) {
        return news(position).next();
    }

    /** The events for a page at {@code position}; empty if there are none. */
    byte[] after(Position position, Follower follower) {
        UUID person = follower.person().value();
        Audience audience = new Audience(
                follower.language(),
                Addresses.root(follower.app()),
                Optional.of(person).filter(actors(position)::contains));
        return drawn.computeIfAbsent(new Wanted(position, audience), wanted -> draw(news(position), audience));
    }

    private News news(Position position) {
        return Objects.requireNonNull(latest.news().get(position), "not asked about");
    }

    /** Those who did something of which a line of the desk tells: only to them do lines look other than to everybody. */
    private Set<UUID> actors(Position position) {
        return actors.computeIfAbsent(position, from -> views(news(from).messages()).stream()
                .filter(MessageView::isNotice)
                .map(message -> message.person().id())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Changes go first and without a position: if the stream breaks before the messages came, both come again, and nothing is lost. */
    private byte[] draw(News news, Audience audience) {
        EventText text = new EventText();
        if (!news.changes().isEmpty()) {
            String changes = html(news.changes(), audience);
            if (news.messages().isEmpty()) {
                text.event("changes", changes, news.next());
            } else {
                text.event("changes", changes);
            }
        }
        if (!news.messages().isEmpty()) {
            text.event("messages", html(news.messages(), audience), news.next());
        }
        if (news.messages().stream().anyMatch(message -> !(message.content() instanceof Content.Words))) {
            text.event("people", "{\"count\":" + latest.present().size() + "}");
        }
        return text.isEmpty() ? NOTHING : text.bytes();
    }

    private String html(List<Message> messages, Audience audience) {
        return pages.messages(audience, views(messages));
    }

    private List<MessageView> views(List<Message> messages) {
        return messages.stream().map(message -> MessageView.of(message, people)).toList();
    }
}
