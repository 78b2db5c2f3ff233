package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.InviteId;
import io.larkdesk.core.invite.InviteKey;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.invite.Invites}. */
public abstract class InvitesContract extends StoresContract {

    private static final Duration DAY = Duration.ofHours(24);
    private static final int AT_ONCE = 8;

    private Tenant acme;
    private ServiceGroup group;
    private Person ann;

    /** Made for subclasses. */
    protected InvitesContract() {}

    @BeforeEach
    void bindGroup() {
        acme = scene().customer("Acme");
        group = scene().group(acme);
        ann = scene().person(acme, "Ann");
    }

    @Test
    void anInviteIsFoundAsSavedByItsIdAndByItsKey() {
        Invite unlimited = saved(1, present(), Optional.empty());
        Invite limited = saved(2, present(), Optional.of(3));

        for (Invite invite : List.of(unlimited, limited)) {
            assertThat(stores().invites().find(invite.id())).contains(invite);
            assertThat(stores().invites().findByKey(invite.key())).contains(invite);
        }
    }

    @Test
    void openOnesOfAllGroupsAreLockedSomeAtATime() {
        Invite open = saved(1, present(), Optional.empty());
        Invite other = saved(2, present(), Optional.of(3));
        saved(3, present().minus(DAY), Optional.empty());
        Invite revoked = saved(4, present(), Optional.empty());
        stores().invites()
                .save(new Invite(
                        revoked.id(),
                        revoked.key(),
                        revoked.issuer(),
                        revoked.issuedAt(),
                        revoked.expiresAt(),
                        revoked.mostUses(),
                        Optional.of(new Invite.Revocation(ann.id(), present()))));

        inTransaction(now -> {
            assertThat(stores().invites().lockOpen(now, 10)).containsExactlyInAnyOrder(open, other);
            assertThat(stores().invites().lockOpen(now, 1)).hasSize(1);
        });
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Invite invite = saved(1, present(), Optional.empty());
        GroupId elsewhere =
                new GroupId(scene().customer("Other").id(), group.id().value());

        assertThat(stores().invites().find(new InviteId(group.id(), new UUID(0, 2))))
                .isEmpty();
        assertThat(stores().invites().find(new InviteId(elsewhere, invite.id().value())))
                .isEmpty();
        assertThat(stores().invites().findByKey(key(2))).isEmpty();
        inTransaction(now -> assertThat(stores().invites().lockByKey(key(2))).isEmpty());
    }

    @Test
    void aRevokedInviteStaysAndIsNotOpen() {
        Invite invite = saved(1, present(), Optional.of(1));
        Invite revoked = revoked(invite);

        stores().invites().save(revoked);

        assertThat(stores().invites().find(invite.id())).contains(revoked);
        assertThat(stores().invites().findByKey(invite.key())).contains(revoked);
        assertThat(stores().invites().listOpen(group.id(), present())).isEmpty();
    }

    @Test
    void twoInvitesCannotHaveOneKey() {
        Invite invite = saved(1, present(), Optional.empty());
        Invite same = new Invite(
                new InviteId(group.id(), new UUID(0, 2)),
                invite.key(),
                ann.id(),
                invite.issuedAt(),
                invite.expiresAt(),
                Optional.empty(),
                Optional.empty());

        assertThatThrownBy(() -> stores().invites().save(same)).isInstanceOf(ConflictException.class);

        assertThat(stores().invites().findByKey(invite.key())).contains(invite);
    }

    @Test
    void openInvitesAreThoseThatHaveNotComeToTheirEndTheLastOneFirst() {
        Instant now = present();
        saved(1, now.minus(DAY).minusMillis(1), Optional.empty());
        saved(2, now.minus(DAY), Optional.empty());
        Invite older = saved(3, now.minus(DAY).plusMillis(1), Optional.empty());
        Invite newer = saved(4, now, Optional.of(1));

        assertThat(stores().invites().listOpen(group.id(), now)).containsExactly(newer, older);
        assertThat(stores().invites()
                        .listOpen(scene().group(scene().customer("Other")).id(), now))
                .isEmpty();
    }

    @Test
    void eachUserIsListedOnceForEachInviteInOrderOfJoining() {
        Instant now = present();
        Invite one = saved(1, now, Optional.empty());
        Invite two = saved(2, now, Optional.empty());
        Person bob = scene().person(acme, "Bob");
        Invite.Use late = used(one, ann, now.plusMillis(2));
        Invite.Use early = used(one, bob, now.plusMillis(1));
        used(one, ann, now.plusMillis(3));
        Invite.Use other = used(two, bob, now.plusMillis(5));

        assertThat(stores().invites().listUses(List.of(one.id()))).containsExactly(early, late);
        assertThat(stores().invites().listUses(List.of(two.id(), one.id()))).containsExactly(early, late, other);
        assertThat(stores().invites().listUses(List.of())).isEmpty();
    }

    @Test
    void whoHoldsAnInviteLeavesItToTheNextWithAllThatWasDone() {
        Invite invite = saved(1, present(), Optional.of(1));
        List<Person> crowd = IntStream.range(0, AT_ONCE)
                .mapToObj(number -> scene().person(acme, "Guest " + number))
                .toList();

        List<Boolean> first = Together.run(AT_ONCE, worker -> transactions().inTransaction(now -> {
            Invite held = stores().invites().lockByKey(invite.key()).orElseThrow();
            boolean isFree = stores().invites().listUses(List.of(held.id())).isEmpty();
            if (isFree) {
                used(held, crowd.get(worker), now);
            }
            return isFree;
        }));

        assertThat(first).containsOnlyOnce(true);
        assertThat(stores().invites().listUses(List.of(invite.id()))).hasSize(1);
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        Invite invite = saved(1, present(), Optional.empty());

        assertThatThrownBy(() -> inTransaction(now -> {
                    stores().invites().save(revoked(invite));
                    used(invite, ann, now);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(stores().invites().find(invite.id())).contains(invite);
        assertThat(stores().invites().listUses(List.of(invite.id()))).isEmpty();
    }

    private Invite.Use used(Invite invite, Person person, Instant at) {
        Invite.Use use = new Invite.Use(invite.id(), person.id(), at);
        stores().invites().addUse(use);
        return use;
    }

    private Invite revoked(Invite invite) {
        return new Invite(
                invite.id(),
                invite.key(),
                invite.issuer(),
                invite.issuedAt(),
                invite.expiresAt(),
                invite.mostUses(),
                Optional.of(new Invite.Revocation(ann.id(), invite.issuedAt().plusMillis(7))));
    }

    private Invite saved(int number, Instant issuedAt, Optional<Integer> mostUses) {
        Invite invite = new Invite(
                new InviteId(group.id(), new UUID(1, number)),
                key(number),
                ann.id(),
                issuedAt,
                issuedAt.plus(DAY),
                mostUses,
                Optional.empty());
        stores().invites().save(invite);
        return invite;
    }

    private static InviteKey key(int number) {
        return new InviteKey("a" + number + "ff".repeat(31));
    }
}
