package io.larkdesk.core.invite;

import io.larkdesk.core.group.GroupId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The invites, and who joined by them. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Invites {

    /** The invite, whatever has become of it. */
    Optional<Invite> find(InviteId id);

    /** The invite whose code has this hash, of whichever tenant, whatever has become of it. */
    Optional<Invite> findByKey(InviteKey key);

    /**
     * The same, held until the running transaction ends: others who lock or save it wait until then, and find what this one leaves.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<Invite> lockByKey(InviteKey key);

    /** The group's invites that are neither expired at {@code now} nor revoked, the last one first. */
    List<Invite> listOpen(GroupId group, Instant now);

    /**
     * At most {@code limit} invites of all groups that are neither expired at {@code now} nor revoked, in any order; held until the running
     * transaction ends.
     *
     * @throws IllegalStateException outside a transaction
     */
    List<Invite> lockOpen(Instant now, int limit);

    /**
     * Stores {@code invite}, new or changed.
     *
     * @throws io.larkdesk.core.shared.ConflictException if another invite has the same key
     */
    void save(Invite invite);

    /** Who joined by any of {@code invites}: each person once for each invite, in order of joining. */
    List<Invite.Use> listUses(Collection<InviteId> invites);

    /** Stores that somebody joined; who joined by the same invite before stays so, with the earlier time. */
    void addUse(Invite.Use use);
}
