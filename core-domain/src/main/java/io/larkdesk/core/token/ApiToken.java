package io.larkdesk.core.token;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * By which one of the provider's systems uses the desk.
 *
 * @param id identifies it
 * @param hash the hash of its secret
 * @param label what it is called
 * @param owner who made it, and for whom it acts
 * @param scopes what it may be used for; at least one
 * @param issuedAt when it was made
 * @param expiresAt the end; half-open: at this instant it is expired
 * @param usedOn the last day on which it was used, in UTC; empty while it never was
 * @param revokedAt when somebody withdrew it, if somebody did
 */
public record ApiToken(
        TokenId id,
        TokenHash hash,
        TokenLabel label,
        PersonId owner,
        Set<TokenScope> scopes,
        Instant issuedAt,
        Instant expiresAt,
        Optional<LocalDate> usedOn,
        Optional<Instant> revokedAt) {

    /** The longest that one may last. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** How many of one person's may work at once. */
    public static final int MOST_OPEN = 20;

    /** Copies the set; refuses null, no scope, and an end that is not after the beginning, or too late. */
    public ApiToken {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(owner, "owner");
        scopes = Set.copyOf(scopes);
        Objects.requireNonNull(issuedAt, "issuedAt");
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("scopes is empty");
        }
        if (!isLifetime(Duration.between(issuedAt, expiresAt))) {
            throw new IllegalArgumentException("expiresAt is not after issuedAt, within 366 days: " + expiresAt);
        }
        Objects.requireNonNull(usedOn, "usedOn");
        Objects.requireNonNull(revokedAt, "revokedAt");
    }

    /** Whether a token may last {@code lifetime}. */
    public static boolean isLifetime(Duration lifetime) {
        return !lifetime.isNegative() && !lifetime.isZero() && lifetime.compareTo(LONGEST) <= 0;
    }

    /** Whether {@code person} may have tokens: administrators may, and TAMs. Whoever is neither any more, has none that work. */
    static boolean isFor(Person person) {
        return person.role()
                .filter(role -> role == StaffRole.ADMIN || role == StaffRole.TAM)
                .isPresent();
    }

    /** Whether it works at {@code now}, as far as that is told by itself. */
    public boolean isOpenAt(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }

    /** The same token, withdrawn; the first time stands. */
    ApiToken revoke(Instant now) {
        return revokedAt.isPresent()
                ? this
                : new ApiToken(id, hash, label, owner, scopes, issuedAt, expiresAt, usedOn, Optional.of(now));
    }

    /** Whether its use at {@code now} is still to be noted: once a day. */
    boolean isUnusedOnDayOf(Instant now) {
        return !usedOn.equals(Optional.of(dayOf(now)));
    }

    static LocalDate dayOf(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
