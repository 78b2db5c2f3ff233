package io.larkdesk.app.live;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a browser has of a conversation: for each place the revision, in the state it was drawn in. */
final class Seen {

    private static final Pattern ITEM = Pattern.compile("data-seq=\"(\\d+)\" data-revision=\"(\\d+)\"");

    private final Map<Long, Long> revisions = new TreeMap<>();

    /** The places of all messages that came as new, in the order in which they came. */
    static List<Long> places(Browser browser) {
        return browser.data("messages").stream()
                .flatMap(Seen::items)
                .map(item -> Long.parseLong(item.group(1)))
                .toList();
    }

    /** Takes in {@code html}. */
    void add(String html) {
        items(html).forEach(item -> put(Long.parseLong(item.group(1)), Long.parseLong(item.group(2))));
    }

    void put(long seq, long revision) {
        revisions.merge(seq, revision, Math::max);
    }

    Map<Long, Long> revisions() {
        return revisions;
    }

    static Stream<MatchResult> items(String html) {
        return ITEM.matcher(html).results();
    }
}
