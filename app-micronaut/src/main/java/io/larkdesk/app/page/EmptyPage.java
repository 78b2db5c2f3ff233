package io.larkdesk.app.page;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The page of somebody who is in no group.
 *
 * @param frame what stands around it
 * @param why what is missing
 */
public record EmptyPage(Frame frame, Reason why) {

    /** Refuses null. */
    public EmptyPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(why, "why");
    }

    /** What the page says. */
    public String title() {
        return say("title");
    }

    /** What to do about it. */
    public String text() {
        return say(why != Reason.NOTHING_TO_SERVE && frame.tam().isPresent() ? "textWithTam" : "text");
    }

    /** Words for whoever can help, ready to be copied. */
    public Optional<String> request() {
        return why == Reason.NOTHING_TO_SERVE ? Optional.empty() : Optional.of(say("request"));
    }

    private String say(String part) {
        return frame.viewer()
                .texts()
                .say(
                        "empty." + why.key + "." + part,
                        Map.of(
                                "tam", frame.tam().map(PersonView::name).orElse(""),
                                "organisation", frame.organisation(),
                                "me", frame.me().name()));
    }

    /** What is missing. */
    public enum Reason {
        /** The organisation has no service group yet. */
        NO_GROUP_YET("noGroupYet"),
        /** There is a group, but the person is not in it. */
        NOT_IN_GROUP("notInGroup"),
        /** The person belongs to the service team, and serves no group yet. */
        NOTHING_TO_SERVE("nothingToServe");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }
}
