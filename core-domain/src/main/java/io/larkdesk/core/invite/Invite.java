package io.larkdesk.core.invite;

import io.larkdesk.core.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A link by which people of the group's organisation join the group.
 *
 * @param id identifies it, and the group
 * @param key the hash of its code
 * @param issuer who made it
 * @param issuedAt when
 * @param expiresAt the end; half-open: at this instant it is expired
 * @param mostUses how many people may join by it; empty for any number
 * @param revocation who withdrew it, if somebody did
 */
public record Invite(
        InviteId id,
        InviteKey key,
        PersonId issuer,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Integer> mostUses,
        Optional<Revocation> revocation) {

    /** The highest limit of uses. */
    public static final int HIGHEST_LIMIT = 1_000;

    /** Refuses null, an end that is not after the beginning, and a limit that is not from 1 to 1,000. */
    public Invite {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(issuedAt, "issuedAt");
        if (!expiresAt.isAfter(issuedAt)) {
            throw new IllegalArgumentException("expiresAt is not after issuedAt: " + expiresAt);
        }
        if (mostUses.filter(most -> !isLimit(most)).isPresent()) {
            throw new IllegalArgumentException("mostUses is not from 1 to " + HIGHEST_LIMIT + ": " + mostUses);
        }
        Objects.requireNonNull(revocation, "revocation");
    }

    /**
     * That somebody withdrew an invite.
     *
     * @param by who
     * @param at when
     */
    public record Revocation(PersonId by, Instant at) {

        /** Refuses null. */
        public Revocation {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * That somebody joined by an invite.
     *
     * @param invite which
     * @param person who
     * @param at when, the first time
     */
    public record Use(InviteId invite, PersonId person, Instant at) {

        /** Refuses null. */
        public Use {
            Objects.requireNonNull(invite, "invite");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(at, "at");
        }
    }

    /** Whether {@code number} can limit the uses of an invite. */
    public static boolean isLimit(int number) {
        return number >= 1 && number <= HIGHEST_LIMIT;
    }

    static Invite issue(
            InviteId id, InviteKey key, PersonId issuer, Optional<Integer> mostUses, Duration lifetime, Instant now) {
        return new Invite(id, key, issuer, now, now.plus(lifetime), mostUses, Optional.empty());
    }

    /** The same invite, withdrawn; the first who withdraws it stays the one who did. */
    Invite revoke(PersonId revoker, Instant now) {
        return revocation.isPresent()
                ? this
                : new Invite(id, key, issuer, issuedAt, expiresAt, mostUses, Optional.of(new Revocation(revoker, now)));
    }

    /** Whether its time is over at {@code now}. */
    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether {@code uses} different people are all that may join by it. */
    public boolean isUsedUpBy(int uses) {
        return mostUses.filter(most -> uses >= most).isPresent();
    }
}
