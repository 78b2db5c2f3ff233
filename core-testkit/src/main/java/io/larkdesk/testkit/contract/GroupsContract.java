package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.group.Groups} and {@link io.larkdesk.core.group.Members}. */
public abstract class GroupsContract extends StoresContract {

    /** Made for subclasses. */
    protected GroupsContract() {}

    @Test
    void aGroupIsFoundAsSaved() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup group = new ServiceGroup(
                new GroupId(acme.id(), new UUID(5, 6)), "数据".repeat(60), new PlanName("Plan “A” 'x' 🐦"), present());

        stores().groups().save(group);

        assertThat(stores().groups().findServiceGroupOf(acme.id())).contains(group);
        assertThat(stores().groups().listAll(List.of(group.id()))).containsExactly(group);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Tenant acme = scene().customer("Acme");
        GroupId nothing = new GroupId(acme.id(), new UUID(0, 1));

        assertThat(stores().groups().findServiceGroupOf(acme.id())).isEmpty();
        assertThat(stores().groups().listAll(List.of(nothing))).isEmpty();
        assertThat(stores().groups().listAll(List.of())).isEmpty();
    }

    @Test
    void aGroupIsNotFoundInAnotherTenant() {
        ServiceGroup group = scene().group(scene().customer("Acme"));
        Tenant other = scene().customer("Other");

        assertThat(stores().groups()
                        .listAll(List.of(new GroupId(other.id(), group.id().value()))))
                .isEmpty();
    }

    @Test
    void severalAreListedAtOnce() {
        ServiceGroup one = scene().group(scene().customer("One"));
        ServiceGroup two = scene().group(scene().customer("Two"));
        scene().group(scene().customer("Three"));

        assertThat(stores().groups().listAll(List.of(two.id(), one.id()))).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void aTenantHasOneServiceGroup() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup group = scene().group(acme);

        assertThatThrownBy(() -> scene().group(acme)).isInstanceOf(ConflictException.class);

        assertThat(stores().groups().findServiceGroupOf(acme.id())).contains(group);
    }

    @Test
    void aNewGroupBeginsAtNothingAndAChangedOneGoesOn() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup group = scene().group(acme);
        assertThat(stores().messages().end(group.id())).isEqualTo(Position.START);
        scene().say(group, scene().person(acme, "Ann"), "hello");

        ServiceGroup renamed = new ServiceGroup(group.id(), "Renamed", new PlanName("Other plan"), group.boundAt());
        stores().groups().save(renamed);

        assertThat(stores().groups().findServiceGroupOf(acme.id())).contains(renamed);
        assertThat(stores().messages().end(group.id())).isEqualTo(new Position(1, 1));
    }

    @Test
    void theGroupOfATicketIsFoundAsSavedBesideTheServiceGroup() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup service = scene().group(acme);
        TicketGroup open = ticketGroup(service, 1, Optional.empty());
        TicketGroup closed = ticketGroup(service, 2, Optional.of(present()));

        stores().groups().save(open);
        stores().groups().save(closed);

        assertThat(stores().groups().find(open.id())).contains(open);
        assertThat(stores().groups().find(closed.id())).contains(closed);
        assertThat(stores().groups().find(service.id())).contains(service);
        assertThat(stores().groups()
                        .find(new GroupId(
                                scene().customer("Other").id(), open.id().value())))
                .isEmpty();
        assertThat(stores().groups().findServiceGroupOf(acme.id())).contains(service);
        assertThat(stores().groups().listAll(List.of(service.id(), closed.id(), open.id())))
                .containsExactlyInAnyOrder(service, open, closed);
        assertThat(stores().messages().end(open.id())).isEqualTo(Position.START);
        scene().say(open, scene().person(acme, "Ann"), "hello");
        stores().groups().save(open.withClosedAt(Optional.of(present())));
        assertThat(stores().messages().end(open.id())).isEqualTo(new Position(1, 1));
    }

    @Test
    void closedGroupsAreNotAmongThoseOfAPerson() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup service = scene().group(acme);
        Person ann = scene().person(acme, "Ann");
        TicketGroup group = ticketGroup(service, 1, Optional.empty());
        stores().groups().save(group);
        Member inService = scene().join(service, ann);
        Member inTicket = scene().join(group, ann);
        assertThat(stores().members().listOf(ann.id())).containsExactlyInAnyOrder(inService, inTicket);

        stores().groups().save(group.withClosedAt(Optional.of(present())));
        Person bob = scene().person(acme, "Bob");
        scene().join(group, bob);

        assertThat(stores().members().listOf(ann.id())).containsExactly(inService);
        assertThat(stores().members().listOf(bob.id())).isEmpty();
        assertThat(stores().members().listOf(ann.id(), List.of(group.id(), service.id())))
                .containsExactlyInAnyOrder(inService, inTicket);
        assertThat(stores().members().listOf(bob.id(), List.of(service.id()))).isEmpty();
        assertThat(stores().members().listOf(ann.id(), List.of())).isEmpty();
        assertThat(stores().members().list(group.id())).hasSize(2).contains(inTicket);

        stores().groups().save(group);
        assertThat(stores().members().listOf(ann.id())).containsExactlyInAnyOrder(inService, inTicket);
        assertThat(stores().members().listOf(bob.id())).hasSize(1);
    }

    @Test
    void whoeverJoinsWhileAGroupIsBeingClosedIsInAClosedGroup() {
        Tenant acme = scene().customer("Acme");
        TicketGroup group = ticketGroup(scene().group(acme), 1, Optional.empty());
        stores().groups().save(group);
        Person ann = scene().person(acme, "Ann");

        CompletableFuture<Member> joining = transactions().inTransaction(now -> {
            stores().groups().save(group.withClosedAt(Optional.of(now)));
            CompletableFuture<Member> late = CompletableFuture.supplyAsync(() -> scene().join(group, ann));
            CompletableFuture<?> patience = new CompletableFuture<>().completeOnTimeout("", 300, TimeUnit.MILLISECONDS);
            CompletableFuture.anyOf(late, patience).join();
            return late;
        });

        assertThat(joining).succeedsWithin(Duration.ofSeconds(20));
        assertThat(stores().members().listOf(ann.id())).isEmpty();
    }

    @Test
    void closedGroupsAreLeftAtOnceAndOthersAreNot() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup service = scene().group(acme);
        Person ann = scene().person(acme, "Ann");
        Person bob = scene().person(acme, "Bob");
        TicketGroup closed = ticketGroup(service, 1, Optional.empty());
        stores().groups().save(closed);
        Member inService = scene().join(service, ann);
        Member inClosed = scene().join(closed, ann);
        Member other = scene().join(closed, bob);
        stores().groups().save(closed.withClosedAt(Optional.of(present())));

        stores().members().leaveClosed(ann.id(), bob.id(), present());

        assertThat(stores().members().list(closed.id())).containsExactly(other);
        assertThat(stores().members().find(closed.id(), ann.id())).hasValueSatisfying(left -> {
            assertThat(left.joinedAt()).isEqualTo(inClosed.joinedAt());
            assertThat(left.removedBy()).contains(bob.id());
        });
        assertThat(stores().members().listOf(ann.id())).containsExactly(inService);
    }

    private TicketGroup ticketGroup(ServiceGroup service, int number, Optional<Instant> closedAt) {
        return new TicketGroup(
                new GroupId(service.id().tenant(), new UUID(4, number)),
                service.id(),
                new TicketNumber(number),
                "数据 “x” " + number,
                present(),
                closedAt);
    }

    @Test
    void serviceGroupsWithoutAPersonAreThoseWhereThePersonNeverWas() {
        Person erin = scene().staff(scene().provider("Provider"), "Erin", StaffRole.ENGINEER);
        ServiceGroup in = scene().group(scene().customer("In"));
        ServiceGroup left = scene().group(scene().customer("Left"));
        ServiceGroup never = scene().group(scene().customer("Never"));
        stores().groups().save(ticketGroup(never, 1, Optional.empty()));
        scene().join(in, erin);
        scene().leave(scene().join(left, erin));
        scene().join(never, scene().person(scene().customer("Other"), "Ann"));

        assertThat(stores().members().listServiceGroupsWithout(erin.id())).containsExactly(never.id());
    }

    @Test
    void aMemberIsFoundAsSavedAlsoAfterLeaving() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup group = scene().group(acme);
        Person ann = scene().person(acme, "Ann");
        assertThat(stores().members().find(group.id(), ann.id())).isEmpty();

        Member member = scene().join(group, ann);
        assertThat(stores().members().find(group.id(), ann.id())).contains(member);

        Member gone = scene().leave(member);
        assertThat(stores().members().find(group.id(), ann.id())).contains(gone);
    }

    @Test
    void whoeverLeftIsListedNowhere() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup group = scene().group(acme);
        Person ann = scene().person(acme, "Ann");
        Person bob = scene().person(acme, "Bob");
        Member anns = scene().join(group, ann);
        Member bobs = scene().join(group, bob);

        scene().leave(anns);

        assertThat(stores().members().list(group.id())).containsExactly(bobs);
        assertThat(stores().members().listIn(group.id(), List.of(ann.id(), bob.id())))
                .containsExactly(bobs);
        assertThat(stores().members().listOf(ann.id())).isEmpty();
        assertThat(stores().members().listOf(ann.id(), List.of(group.id()))).isEmpty();
    }

    @Test
    void whoeverComesBackIsListedAgain() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup group = scene().group(acme);
        Person ann = scene().person(acme, "Ann");
        Member gone = scene().leave(scene().join(group, ann));

        Member back = scene().join(group, ann, gone.joinedAt().plusSeconds(60));

        assertThat(stores().members().list(group.id())).containsExactly(back);
        assertThat(stores().members().find(group.id(), ann.id())).contains(back);
    }

    @Test
    void throughWhomSomebodyCameAndWentIsKept() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup group = scene().group(acme);
        Person ann = scene().person(acme, "Ann");
        Person bob = scene().person(acme, "Bob");
        Instant now = present();
        Member invited =
                new Member(group.id(), bob.id(), now, Optional.of(ann.id()), Optional.empty(), Optional.empty());
        Member removed = new Member(
                group.id(),
                bob.id(),
                now,
                Optional.of(ann.id()),
                Optional.of(now.plusSeconds(1)),
                Optional.of(ann.id()));

        stores().members().save(invited);
        assertThat(stores().members().list(group.id())).containsExactly(invited);

        stores().members().save(removed);
        assertThat(stores().members().find(group.id(), bob.id())).contains(removed);

        Member back = scene().join(group, bob, now.plusSeconds(2));
        assertThat(stores().members().find(group.id(), bob.id())).contains(back);
    }

    @Test
    void whoeverIsMovedMustNotBeThereAlready() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup group = scene().group(acme);
        Person ann = scene().person(acme, "Ann");
        Instant now = present();
        Member in = new Member(group.id(), ann.id(), now, Optional.empty());
        Member out = new Member(group.id(), ann.id(), now, Optional.of(now.plusSeconds(1)));
        Member again = new Member(group.id(), ann.id(), now.plusSeconds(2), Optional.empty());

        assertThat(stores().members().move(out)).isFalse();
        assertThat(stores().members().find(group.id(), ann.id())).isEmpty();
        assertThat(stores().members().move(in)).isTrue();
        assertThat(stores().members().move(again)).isFalse();
        assertThat(stores().members().find(group.id(), ann.id())).contains(in);
        assertThat(stores().members().move(out)).isTrue();
        assertThat(stores().members().move(out)).isFalse();
        assertThat(stores().members().find(group.id(), ann.id())).contains(out);
        assertThat(stores().members().move(again)).isTrue();
        assertThat(stores().members().find(group.id(), ann.id())).contains(again);
    }

    @Test
    void ofManyWhoMoveSomebodyAtOnceOneDoes() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup group = scene().group(acme);
        Person ann = scene().person(acme, "Ann");
        Instant now = present();

        for (Member member : List.of(
                new Member(group.id(), ann.id(), now, Optional.empty()),
                new Member(group.id(), ann.id(), now, Optional.of(now.plusSeconds(1))))) {
            assertThat(Together.run(6, worker -> stores().members().move(member)))
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void membersAreListedInOrderOfJoining() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup group = scene().group(acme);
        Instant now = present();
        Member third = scene().join(group, scene().person(acme, "Ann"), now);
        Member first = scene().join(group, scene().person(acme, "Bob"), now.minusSeconds(2));
        Member second = scene().join(group, scene().person(acme, "Cid"), now.minusMillis(1));

        assertThat(stores().members().list(group.id())).containsExactly(first, second, third);
    }

    @Test
    void ofSomePersonsThoseInTheGroupAreListed() {
        Tenant acme = scene().customer("Acme");
        ServiceGroup group = scene().group(acme);
        ServiceGroup elsewhere = scene().group(scene().customer("Other"));
        Person ann = scene().person(acme, "Ann");
        Person bob = scene().person(acme, "Bob");
        Person cid = scene().person(acme, "Cid");
        Member anns = scene().join(group, ann);
        Member bobs = scene().join(group, bob);
        scene().join(elsewhere, cid);

        assertThat(stores().members().listIn(group.id(), List.of(ann.id(), bob.id(), cid.id())))
                .containsExactlyInAnyOrder(anns, bobs);
        assertThat(stores().members().listIn(group.id(), List.of(cid.id()))).isEmpty();
        assertThat(stores().members().listIn(group.id(), List.of())).isEmpty();
    }

    @Test
    void staffAreMembersInGroupsOfSeveralTenants() {
        Person tam = scene().staff(scene().provider("Provider"), "Tam", StaffRole.TAM);
        Tenant acme = scene().customer("Acme");
        ServiceGroup one = scene().group(acme);
        ServiceGroup two = scene().group(scene().customer("Other"));
        Member inOne = scene().join(one, tam);
        Member inTwo = scene().join(two, tam);
        Member ann = scene().join(one, scene().person(acme, "Ann"));

        assertThat(stores().members().listOf(tam.id())).containsExactlyInAnyOrder(inOne, inTwo);
        assertThat(stores().members().list(one.id()))
                .containsExactlyInAnyOrder(inOne, ann)
                .extracting(Member::side)
                .containsExactlyInAnyOrder(Side.SERVICE_TEAM, Side.CUSTOMER);
        assertThat(stores().members().find(one.id(), tam.id()).flatMap(Member::leftAt))
                .isEqualTo(Optional.empty());
    }
}
