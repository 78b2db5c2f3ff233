package io.larkdesk.app.page;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What one reader sees of a message beyond what all see.
 *
 * @param times in the reader's zone
 * @param reader whose page it is; nobody where one text goes to many
 * @param continued whether it goes on right after another message of the same author
 * @param opened whether the reader came for this message
 * @param readBy how many have read it; only on the reader's own
 * @param readers who of the mentioned have read it
 * @param path the address of the message, for its actions; only on the reader's own words
 * @param why the address that explains why the reader was reminded of it or not; only where it calls the reader
 */
public record Look(
        Times times,
        Optional<UUID> reader,
        boolean continued,
        boolean opened,
        Optional<ReadBy> readBy,
        Set<UUID> readers,
        Optional<String> path,
        Optional<String> why) {

    /**
     * How many of the other members have read a message.
     *
     * @param read how many have
     * @param of how many there are, 1 or more
     */
    public record ReadBy(int read, int of) {

        /** The share, in percent, rounded down, so that only all is 100. */
        public int percent() {
            return read * 100 / of;
        }
    }

    /** A message as it looks to nobody in particular. */
    static Look neutral(Times times) {
        return ofLine(times, Optional.empty());
    }

    /** A line of the desk as it looks to {@code you}. */
    static Look ofLine(Times times, Optional<UUID> you) {
        return new Look(times, you, false, false, Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
    }

    /** The classes of the message's element. */
    public String classes(MessageView message) {
        StringBuilder classes = new StringBuilder("msg");
        reader.ifPresent(me -> {
            if (message.isBy(me)) {
                classes.append(" me");
            } else if (message.mentions(me)) {
                classes.append(" tome");
            }
        });
        if (continued) {
            classes.append(" cont");
        }
        if (opened) {
            classes.append(" opened");
        }
        if (message.kind() == MessageView.Kind.DELETED) {
            classes.append(" deleted");
        }
        return classes.toString();
    }

    /** Whether {@code person} is the reader. */
    public boolean isReader(UUID person) {
        return reader.filter(person::equals).isPresent();
    }
}
