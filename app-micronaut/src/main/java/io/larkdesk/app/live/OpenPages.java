package io.larkdesk.app.live;

import io.larkdesk.core.conversation.CountUnread;
import io.larkdesk.core.conversation.Unread;
import io.larkdesk.core.escalation.SurveyEmergencies;
import io.larkdesk.core.group.FindOrigins;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Every page that is open on this node, in the room of its group, among those that show its tickets, or among those of the console; and,
 * soon after it came, on the boards of all groups of its person. Thread-safe.
 */
@Singleton
final class OpenPages {

    /** So that the nodes to which all pages move are asked by some hundreds in a second at most. */
    private static final long MILLIS_A_PAGE = 5;

    private static final long LONGEST_SPREAD_MILLIS = 10_000;

    /** What the page has is not there any more: it is to be loaded anew. */
    private static final byte[] RESET = new EventText().event("reset", "{}").bytes();

    private static final byte[] GONE = new EventText().event("gone", "{}").bytes();

    private final Set<OpenPage> pages = ConcurrentHashMap.newKeySet();
    private final Places<Room> rooms;
    private final Places<Board> boards;
    private final TicketLists ticketLists;
    private final ConsolePages consolePages;
    private volatile boolean closed;

    OpenPages(
            NewsReader news,
            CountUnread countUnread,
            FindOrigins findOrigins,
            SurveyEmergencies surveyEmergencies,
            LiveThreads threads,
            LiveMeters meters) {
        rooms = new Places<>(
                group -> new Room(group, news, page -> end(page, GONE), page -> end(page, RESET), threads.soon()));
        boards = new Places<>(group -> new Board(group, countUnread, threads));
        ticketLists = new TicketLists(findOrigins, threads);
        consolePages = new ConsolePages(surveyEmergencies, threads);
        meters.watch(pages);
    }

    Places<Room> rooms() {
        return rooms;
    }

    Places<Board> boards() {
        return boards;
    }

    TicketLists ticketLists() {
        return ticketLists;
    }

    ConsolePages consolePages() {
        return consolePages;
    }

    /** The pages, as they come and go. */
    Collection<OpenPage> all() {
        return pages;
    }

    /** How many pages of {@code person} are open. */
    long count(PersonId person) {
        return pages.stream()
                .filter(page -> page.follower().person().equals(person))
                .count();
    }

    /** From now on the page is told what is new; so what it is told next may be read now. */
    void enter(OpenPage page) {
        pages.add(page);
        Optional<GroupId> group = page.follower().group();
        if (page.follower().isOfTickets()) {
            ticketLists.enter(page);
        } else {
            group.ifPresent(shown -> rooms.enter(shown, page));
        }
        if (group.isEmpty()) {
            consolePages.enter(page);
        }
        if (closed) {
            close(page);
        }
    }

    void leave(OpenPage page) {
        if (pages.remove(page)) {
            page.follower().group().ifPresent(group -> rooms.leave(group, page));
            ticketLists.leave(page);
            consolePages.leave(page);
            synchronized (page) {
                putOnBoards(page, Set.of());
            }
        }
    }

    /** Says one last thing to the page. */
    void end(OpenPage page, byte[] last) {
        page.outbox().put(last);
        close(page);
    }

    /**
     * Has the page told of the groups that its person is in now; from now on, so what is not read of them may be counted next.
     *
     * @param groups these, and no others
     */
    void follow(OpenPage page, Set<GroupId> groups) {
        synchronized (page) {
            if (pages.contains(page) && !page.boards().equals(groups)) {
                putOnBoards(page, groups);
                page.outbox().put(mine(groups));
            }
        }
    }

    private void putOnBoards(OpenPage page, Set<GroupId> groups) {
        Set<GroupId> before = page.boards();
        before.stream().filter(group -> !groups.contains(group)).forEach(group -> boards.leave(group, page));
        groups.stream().filter(group -> !before.contains(group)).forEach(group -> boards.enter(group, page));
        page.boards(groups);
    }

    private static byte[] mine(Set<GroupId> groups) {
        String json = groups.stream().map(group -> "\"" + group + "\"").collect(Collectors.joining(",", "[", "]"));
        return new EventText().event("mine", json).bytes();
    }

    /** Shows on the page what its person has not read, where it does not show it yet. */
    void begin(OpenPage page, Collection<Unread> counts) {
        synchronized (page) {
            List<Unread> fresh = counts.stream()
                    .filter(unread -> boards.find(unread.group())
                            .filter(board -> board.begin(page, unread))
                            .isPresent())
                    .toList();
            if (!fresh.isEmpty()) {
                page.outbox().put(Board.event(fresh));
            }
        }
    }

    /** Ends all pages, also those still to come; their browsers connect to another node, one after the other. */
    void closeAll() {
        closed = true;
        long spread = Math.min(LONGEST_SPREAD_MILLIS, pages.size() * MILLIS_A_PAGE);
        for (OpenPage page : pages) {
            long after = ThreadLocalRandom.current().nextLong(spread + 1);
            end(page, new EventText().retryAfter(after).bytes());
        }
    }

    /** It leaves first: the end of its stream has it leave, too, and holds the outbox then, which others fill who hold the page. */
    private void close(OpenPage page) {
        leave(page);
        page.outbox().end();
    }
}
