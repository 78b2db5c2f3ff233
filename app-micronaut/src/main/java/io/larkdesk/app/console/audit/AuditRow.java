package io.larkdesk.app.console.audit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry of the audit log as it is shown.
 *
 * @param time when, in the viewer's words
 * @param instant when, for machines
 * @param who by whom
 * @param action what was done
 * @param what to what
 * @param owner in whose book it stands
 * @param changes what is another thing since then
 * @param address from where; empty if done in the background
 * @param request the request's name in the log
 * @param place its place in the book
 * @param hash its hash
 */
public record AuditRow(
        String time,
        String instant,
        String who,
        String action,
        String what,
        String owner,
        List<Changed> changes,
        Optional<String> address,
        Optional<String> request,
        long place,
        String hash) {

    /**
     * What something was and is.
     *
     * @param field what
     * @param before what it was
     * @param after what it is
     */
    public record Changed(String field, Optional<String> before, Optional<String> after) {

        /** Refuses null. */
        public Changed {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        /** In one line. */
        String line() {
            return field + ": " + before.map(was -> was + " → ").orElse("") + after.orElse("–");
        }
    }

    /** Copies the list. */
    public AuditRow {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(instant, "instant");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(owner, "owner");
        changes = List.copyOf(changes);
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(hash, "hash");
    }
}
