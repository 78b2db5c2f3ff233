package io.larkdesk.testkit.memory;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.InviteId;
import io.larkdesk.core.invite.InviteKey;
import io.larkdesk.core.invite.Invites;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ConflictException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Invites by their keys, and their uses. */
final class InMemoryInvites implements Invites {

    private final InMemoryTransactions transactions;
    private final Table<InviteKey, Invite> invites;
    private final Table<Taken, Invite.Use> uses;

    InMemoryInvites(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.invites = new Table<>(transactions);
        this.uses = new Table<>(transactions);
    }

    private record Taken(InviteId invite, PersonId person) {}

    @Override
    public Optional<Invite> find(InviteId id) {
        return invites.list().stream().filter(invite -> invite.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Invite> findByKey(InviteKey key) {
        return invites.find(key);
    }

    @Override
    public Optional<Invite> lockByKey(InviteKey key) {
        invites.hold(key);
        return invites.find(key);
    }

    @Override
    public List<Invite> listOpen(GroupId group, Instant now) {
        return invites.list().stream()
                .filter(invite -> invite.id().group().equals(group) && isOpen(invite, now))
                .sorted(Comparator.comparing(Invite::issuedAt).reversed())
                .toList();
    }

    @Override
    public List<Invite> lockOpen(Instant now, int limit) {
        transactions.require();
        return invites.list().stream()
                .filter(invite -> isOpen(invite, now))
                .limit(limit)
                .map(invite -> {
                    invites.hold(invite.key());
                    return invites.find(invite.key()).orElseThrow();
                })
                .filter(invite -> isOpen(invite, now))
                .toList();
    }

    private static boolean isOpen(Invite invite, Instant now) {
        return now.isBefore(invite.expiresAt()) && invite.revocation().isEmpty();
    }

    @Override
    public void save(Invite invite) {
        transactions.inTransaction(now -> {
            invites.hold(invite.key());
            if (invites.find(invite.key())
                    .filter(other -> !other.id().equals(invite.id()))
                    .isPresent()) {
                throw new ConflictException("another invite has the same key");
            }
            invites.put(invite.key(), invite);
            return invite;
        });
    }

    @Override
    public List<Invite.Use> listUses(Collection<InviteId> ids) {
        return uses.list().stream()
                .filter(use -> ids.contains(use.invite()))
                .sorted(Comparator.comparing(Invite.Use::at))
                .toList();
    }

    @Override
    public void addUse(Invite.Use use) {
        transactions.inTransaction(now -> {
            Taken key = new Taken(use.invite(), use.person());
            uses.hold(key);
            if (uses.find(key).isEmpty()) {
                uses.put(key, use);
            }
            return use;
        });
    }
}
