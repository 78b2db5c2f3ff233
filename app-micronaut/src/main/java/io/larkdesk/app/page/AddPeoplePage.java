package io.larkdesk.app.page;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The links into a group.
 *
 * @param in what stands around it
 * @param organisation whose people can join
 * @param isClosed whether nobody comes into the group any more
 * @param fresh the link that was made just now
 * @param links all others that work, the last one first
 * @param lifetime how long a new one works
 * @param asked what was asked for, and cannot be done
 */
public record AddPeoplePage(
        GroupDialog in,
        String organisation,
        boolean isClosed,
        Optional<Fresh> fresh,
        List<LinkView> links,
        Duration lifetime,
        Asked asked) {

    /** Copies the list. */
    public AddPeoplePage {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(fresh, "fresh");
        links = List.copyOf(links);
        Objects.requireNonNull(lifetime, "lifetime");
        Objects.requireNonNull(asked, "asked");
    }

    /**
     * A link as it is shown once.
     *
     * @param address the whole of it
     * @param link what is known of it
     */
    public record Fresh(String address, LinkView link) {

        /** Refuses null. */
        public Fresh {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(link, "link");
        }
    }

    /**
     * What stands in the form.
     *
     * @param limit in the field
     * @param problem the end of the key of the text that says what is wrong, if anything is
     */
    public record Asked(String limit, Optional<String> problem) {

        /** Nothing was asked for. */
        public static final Asked NOTHING = new Asked("", Optional.empty());

        /** Refuses null. */
        public Asked {
            Objects.requireNonNull(limit, "limit");
            Objects.requireNonNull(problem, "problem");
        }

        /** The words for the problem. */
        public Optional<String> say(Texts texts) {
            return problem.map(key -> texts.say("invites.problem." + key));
        }
    }

    /** Where links are made and listed. */
    public String path() {
        return in.path() + "/invites";
    }

    /** Where {@code link} is withdrawn. */
    public String revocation(LinkView link) {
        return path() + "/" + link.id() + "/revoke";
    }

    /** How long a new link works, in hours rounded up. */
    public long hours() {
        return lifetime.plusMinutes(59).toHours();
    }
}
