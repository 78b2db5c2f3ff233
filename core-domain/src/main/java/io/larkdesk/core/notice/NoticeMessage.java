package io.larkdesk.core.notice;

import io.larkdesk.core.person.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * A notice with all that is needed to say it.
 *
 * @param notice which
 * @param recipient who gets it
 * @param organisation what the customer is called that it is about; empty if it is about none
 * @param asOf when this was put together
 * @param zone whose clocks the recipient goes by, if that is known
 */
public record NoticeMessage(
        Notice notice, Person recipient, Optional<String> organisation, Instant asOf, Optional<ZoneId> zone) {

    /** Refuses null. */
    public NoticeMessage {
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(zone, "zone");
    }
}
