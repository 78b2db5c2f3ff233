package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one NOTIFY carries: the sending node and the changed groups, in ASCII, separated by spaces.
 *
 * @param node who sent it
 * @param groups which groups have changed
 */
record SignalPayload(String node, List<GroupId> groups) {

    /** The channel on which signals travel; a database has its own. */
    static final String CHANNEL = "larkdesk_groups";

    /** PostgreSQL refuses payloads of 8000 bytes and more. */
    static final int LONGEST = 7_999;

    private static final char SEPARATOR = ' ';

    /** The fewest texts in which {@code groups} can be told of. */
    static List<String> format(String node, Collection<GroupId> groups) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder(node);
        for (GroupId group : groups) {
            String id = group.toString();
            if (text.length() + 1 + id.length() > LONGEST) {
                texts.add(text.toString());
                text = new StringBuilder(node);
            }
            text.append(SEPARATOR).append(id);
        }
        texts.add(text.toString());
        return List.copyOf(texts);
    }

    /** What {@code text} tells, without anything in it that is no group: others may use the channel too. */
    static SignalPayload parse(String text) {
        String[] words = text.split(String.valueOf(SEPARATOR), -1);
        List<GroupId> groups = Stream.of(words)
                .skip(1)
                .map(GroupId::parse)
                .flatMap(Optional::stream)
                .toList();
        return new SignalPayload(words[0], groups);
    }
}
