package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The desk as simply as it can be thought, one thing after another: knows what each mention must come to. */
final class Model {

    private final List<Said> said = new ArrayList<>();
    private final Map<MessageId, Said> byId = new HashMap<>();
    private final Map<Mention.Key, Mention> mentions = new LinkedHashMap<>();
    private final Set<Seat> seats = new HashSet<>();
    private final Map<Seat, Long> cursors = new HashMap<>();
    private final Map<Seat, Instant> removals = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<Company> suspended = EnumSet.noneOf(Company.class);
    private final Map<Company, Ledger> ledgers = new EnumMap<>(Company.class);

    Model(Setting setting) {
        for (Who who : Who.values()) {
            who.groups().forEach(where -> seats.add(new Seat(who, where)));
        }
        for (Company company : Company.values()) {
            ledgers.put(company, new Ledger(setting));
        }
    }

    private final Map<Who, Instant> pauses = new EnumMap<>(Who.class);
    private final Map<Who, QuietHours> quietHours = new EnumMap<>(Who.class);

    private record Seat(Who who, Where where) {}

    List<Said> said() {
        return said;
    }

    /** The message that {@code back} others of the history were posted after, if there are so many. */
    Optional<Said> newest(int back) {
        return back < said.size() ? Optional.of(said.get(said.size() - 1 - back)) : Optional.empty();
    }

    Said get(MessageId id) {
        return Objects.requireNonNull(byId.get(id), () -> "nobody posted " + id);
    }

    Collection<Mention> mentions() {
        return mentions.values();
    }

    Mention mention(Mention.Key key) {
        return Objects.requireNonNull(mentions.get(key), () -> "there is no " + key);
    }

    List<Mention> undecided() {
        return mentions.values().stream()
                .filter(mention -> mention.decision().isEmpty())
                .toList();
    }

    /** The mention that was made {@code back} others before the last, of those that failed or of all, if there is one. */
    Optional<Mention> last(int back, boolean failed) {
        List<Mention> found = mentions.values().stream()
                .filter(mention -> !failed || mention.hasFailed())
                .toList();
        return back < found.size() ? Optional.of(found.get(found.size() - 1 - back)) : Optional.empty();
    }

    Ledger ledger(Company company) {
        return Objects.requireNonNull(ledgers.get(company));
    }

    boolean isIn(Who who, Where where) {
        return seats.contains(new Seat(who, where));
    }

    void post(PostMessage.Command command, Who author, Where where, Set<Who> named, Message message) {
        Said words = new Said(command, author, where, named, message);
        said.add(words);
        byId.put(words.id(), words);
        note(words);
    }

    void change(Said words, Message changed, Set<Who> named) {
        words.becomes(changed, named);
        note(words);
    }

    private void note(Said words) {
        for (Who who : words.named()) {
            if (who != words.author() && isIn(who, words.where())) {
                Mention.Key key = new Mention.Key(words.id(), who, words.where());
                long readFrom = Math.max(words.id().seq(), cursor(who, words.where()) + 1);
                mentions.merge(
                        key, new Mention(key, readFrom), (before, anew) -> before.wasEditedOut() ? anew : before);
            }
        }
    }

    long cursor(Who who, Where where) {
        return cursors.getOrDefault(new Seat(who, where), 0L);
    }

    void read(Who who, Where where, long upTo) {
        cursors.merge(new Seat(who, where), upTo, Math::max);
    }

    void leave(Who who, Where where) {
        seats.remove(new Seat(who, where));
    }

    void remove(Who who, Where where, Instant at) {
        seats.remove(new Seat(who, where));
        removals.put(new Seat(who, where), at);
    }

    void join(Who who, Where where) {
        seats.add(new Seat(who, where));
        removals.remove(new Seat(who, where));
    }

    Set<Who> peopleIn(Where where) {
        return seats.stream()
                .filter(seat -> seat.where() == where)
                .map(Seat::who)
                .collect(Collectors.toSet());
    }

    List<Link> links() {
        return links;
    }

    /** The link that was made {@code back} others before the last, if there are so many. */
    Optional<Link> link(int back) {
        return back < links.size() ? Optional.of(links.get(links.size() - 1 - back)) : Optional.empty();
    }

    void add(Link link) {
        links.add(link);
    }

    /** How many links of the group work at {@code now}, used up or not. */
    long open(Where where, Instant now) {
        return links.stream()
                .filter(link -> link.where() == where && !link.isRevoked() && now.isBefore(link.endsAt()))
                .count();
    }

    /** What the link must come to for {@code who} at {@code now}. */
    Welcome welcome(Link link, Who who, Instant now) {
        if (who.company() != link.where().company()) {
            return Welcome.OTHER_ORGANISATION;
        }
        if (isIn(who, link.where())) {
            return Welcome.ALREADY_IN;
        }
        if (link.isRevoked() || !isIn(link.maker(), link.where())) {
            return Welcome.REVOKED;
        }
        if (!now.isBefore(link.endsAt())) {
            return Welcome.EXPIRED;
        }
        Instant removed = removals.get(new Seat(who, link.where()));
        if (removed != null && !removed.isBefore(link.madeAt())) {
            return Welcome.REMOVED_SINCE;
        }
        return link.hasRoomFor(who) ? Welcome.JOINED : Welcome.USED_UP;
    }

    void pause(Who who, Optional<Instant> end) {
        end.ifPresentOrElse(until -> pauses.put(who, until), () -> pauses.remove(who));
    }

    void quietDaily(Who who, Optional<QuietHours> hours) {
        hours.ifPresentOrElse(daily -> quietHours.put(who, daily), () -> quietHours.remove(who));
    }

    /** Whether {@code who} wants no reminder at {@code now}. */
    boolean isQuiet(Who who, Instant now) {
        Instant paused = pauses.get(who);
        QuietHours daily = quietHours.get(who);
        return (paused != null && now.isBefore(paused)) || (daily != null && isWithin(daily, now));
    }

    /** Whoever goes from the time that it is to the end, once around the clock, comes by no beginning. */
    private static boolean isWithin(QuietHours daily, Instant now) {
        long time = now.atZone(daily.zone()).toLocalTime().toNanoOfDay();
        long day = Duration.ofDays(1).toNanos();
        long untilEnd = Math.floorMod(daily.until().toNanoOfDay() - time - 1, day);
        long untilBeginning = Math.floorMod(daily.from().toNanoOfDay() - time - 1, day);
        return untilEnd < untilBeginning;
    }

    boolean isSuspended(Company company) {
        return suspended.contains(company);
    }

    void suspend(Company company) {
        suspended.add(company);
    }

    void resume(Company company) {
        suspended.remove(company);
    }

    /** Why nobody may be reminded of the mention at {@code now}; empty if somebody may. */
    Optional<Reason> reasonToDrop(Mention mention, Instant now) {
        Said words = get(mention.key().message());
        Who who = mention.key().who();
        if (words.isDeleted()) {
            return Optional.of(Reason.MESSAGE_DELETED);
        }
        if (!words.named().contains(who)) {
            return Optional.of(Reason.MENTION_EDITED_OUT);
        }
        if (!isIn(who, words.where())) {
            return Optional.of(Reason.LEFT_GROUP);
        }
        if (cursor(who, words.where()) >= mention.readFrom()) {
            return Optional.of(Reason.READ_IN_TIME);
        }
        if (isSuspended(who.company())) {
            return Optional.of(Reason.TENANT_SUSPENDED);
        }
        return ledger(who.company()).allowsReminders(now) ? Optional.empty() : Optional.of(Reason.OUT_OF_BUDGET);
    }
}
