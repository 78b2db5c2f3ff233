package io.larkdesk.app.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A link into a group, without its code.
 *
 * @param id its id, as in addresses
 * @param issuer who made it; empty if it was the viewer
 * @param issuedAt when
 * @param expiresAt until when it works
 * @param most how many may join by it; empty for any number
 * @param joined the names of those who did, in order
 */
public record LinkView(
        String id,
        Optional<String> issuer,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Integer> most,
        List<String> joined) {

    /** Copies the list. */
    public LinkView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(issuedAt, "issuedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(most, "most");
        joined = List.copyOf(joined);
    }

    /** Who made it, and when. */
    public String madeBy(Viewer viewer) {
        String time = viewer.times().point(issuedAt);
        return issuer.map(name -> viewer.texts().say("invites.by", Map.of("name", name, "time", time)))
                .orElseGet(() -> viewer.texts().say("invites.byYou", "time", time));
    }

    /** How many joined, and of how many. */
    public String uses(Texts texts) {
        return most.map(limit -> texts.say("invites.joinedOf", Map.of("count", joined.size(), "most", limit)))
                .orElseGet(() -> texts.say("invites.joined", "count", joined.size()));
    }
}
