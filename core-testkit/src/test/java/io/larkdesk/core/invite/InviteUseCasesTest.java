package io.larkdesk.core.invite;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.invite.IssueInvite.Issued;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.Randomness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InviteUseCasesTest {

    private final Inviting inviting = new Inviting(new InvitePolicy(Duration.ofHours(24), 2));

    @Test
    void whoJoinsIsInTheGroupAndTheGroupIsToldThroughWhom() {
        Issued issued = inviting.issue(inviting.ann);

        assertThat(inviting.accept(issued, inviting.dan)).isEqualTo(new AcceptInvite.Joined(inviting.group.id()));

        assertThat(inviting.desk.members().find(inviting.group.id(), inviting.dan.id()))
                .get()
                .satisfies(member -> assertThat(member.isIn()).isTrue())
                .extracting(Member::invitedBy)
                .isEqualTo(Optional.of(inviting.ann.id()));
        assertThat(said())
                .containsExactly(
                        new Content.Notice(Content.Event.JOINED, inviting.dan.id(), Optional.of(inviting.ann.id())));
        assertThat(inviting.feed.changes()).containsExactly(inviting.group.id());
    }

    @Test
    void acceptingTwiceIsAcceptingOnce() {
        Issued issued = inviting.issue(inviting.ann);
        inviting.accept(issued, inviting.dan);

        assertThat(inviting.accept(issued, inviting.dan))
                .isEqualTo(new AcceptInvite.Refused(new Refusal.AlreadyIn(inviting.group.id())));

        assertThat(said()).hasSize(1);
        assertThat(inviting.desk.invites().listUses(List.of(issued.invite().id())))
                .hasSize(1);
    }

    @Test
    void aLinkShowsWhoInvitesAndWhereToUntilItExpires() {
        Issued issued = inviting.issue(inviting.ann);
        Instant end = issued.invite().issuedAt().plus(Duration.ofHours(24));
        inviting.clock.set(end.minusMillis(1));

        assertThat(inviting.showInvite.execute(issued.code(), inviting.dan.id()))
                .isEqualTo(new ShowInvite.Open(
                        inviting.group, Optional.of(inviting.ann), Optional.of("Alder Cloud"), 1, 1, end));

        inviting.clock.set(end);
        assertThat(inviting.showInvite.execute(issued.code(), inviting.dan.id()))
                .isEqualTo(new ShowInvite.Refused(new Refusal.Expired(Optional.of(inviting.ann), end)));
    }

    @Test
    void nobodyComesIntoTheGroupOfAClosedTicketUntilItIsReopened() {
        TicketGroup ticket = inviting.ticketGroup();
        Issued issued = inviting.issue(inviting.ann, ticket);
        inviting.desk.groups().save(ticket.withClosedAt(Optional.of(inviting.clock.instant())));

        assertThat(inviting.showInvite.execute(issued.code(), inviting.dan.id()))
                .isEqualTo(new ShowInvite.Refused(new Refusal.Closed(Optional.empty())));
        assertThat(inviting.accept(issued, inviting.dan))
                .isEqualTo(new AcceptInvite.Refused(new Refusal.Closed(Optional.empty())));
        inviting.scene.join(inviting.group, inviting.dan);
        assertThat(inviting.accept(issued, inviting.dan))
                .isEqualTo(new AcceptInvite.Refused(new Refusal.Closed(Optional.of(inviting.group.id()))));
        assertThat(inviting.accept(issued, inviting.ann))
                .isEqualTo(new AcceptInvite.Refused(new Refusal.AlreadyIn(ticket.id())));
        assertThat(inviting.accept(issued, inviting.stranger))
                .isEqualTo(new AcceptInvite.Refused(new Refusal.OtherOrganisation()));

        inviting.desk.groups().save(ticket);
        assertThat(inviting.accept(issued, inviting.dan)).isEqualTo(new AcceptInvite.Joined(ticket.id()));
    }

    @Test
    void noLinkIsMadeIntoTheGroupOfAClosedTicketUntilItIsReopened() {
        TicketGroup ticket = inviting.ticketGroup();
        inviting.desk.groups().save(ticket.withClosedAt(Optional.of(inviting.clock.instant())));

        assertThat(inviting.ask(inviting.ann, ticket)).isEqualTo(new IssueInvite.TicketClosed());
        assertThat(inviting.ask(inviting.dan, ticket)).isEqualTo(new IssueInvite.NotAMember());

        inviting.desk.groups().save(ticket);
        assertThat(inviting.ask(inviting.ann, ticket)).isInstanceOf(Issued.class);
    }

    @Test
    void aStrangerLearnsNothingOfALink() {
        Issued issued = inviting.issue(inviting.ann);

        for (Person other : List.of(inviting.stranger, inviting.tom)) {
            assertThat(inviting.showInvite.execute(issued.code(), other.id()))
                    .isEqualTo(new ShowInvite.Refused(new Refusal.OtherOrganisation()));
            assertThat(inviting.accept(issued, other))
                    .isEqualTo(new AcceptInvite.Refused(new Refusal.OtherOrganisation()));
        }
    }

    @Test
    void aCodeThatNobodyIssuedIsUnknown() {
        InviteCode code = InviteCode.parse("A".repeat(32)).orElseThrow();

        assertThat(inviting.acceptInvite.execute(code, inviting.dan.id()))
                .isEqualTo(new AcceptInvite.Refused(new Refusal.Unknown()));
    }

    @Test
    void aColleagueCanRevokeALinkAndTheFirstWhoDidStays() {
        Person bob = inviting.scene.person(inviting.acme, "Bob");
        inviting.scene.join(inviting.group, bob);
        Issued issued = inviting.issue(inviting.ann);

        assertThat(revoke(issued, bob)).isPresent().isEqualTo(revoke(issued, inviting.ann));

        assertThat(inviting.accept(issued, inviting.dan))
                .isEqualTo(new AcceptInvite.Refused(new Refusal.Revoked(Optional.of(inviting.ann))));
        assertThat(listed(inviting.ann).open()).isEmpty();
    }

    @Test
    void whoIsNotInTheGroupMakesAndRevokesAndSeesNoLink() {
        Issued issued = inviting.issue(inviting.ann);

        for (Person outsider : List.of(inviting.dan, inviting.stranger)) {
            assertThat(inviting.ask(outsider, Optional.empty())).isEqualTo(new IssueInvite.NotAMember());
            assertThat(revoke(issued, outsider)).isEmpty();
            assertThat(inviting.listInvites.execute(inviting.group.id(), outsider.id()))
                    .isEmpty();
        }
        assertThat(listed(inviting.ann).open()).hasSize(1);
    }

    @Test
    void noMoreJoinThanMayAndTheListSaysWhoDid() {
        Issued issued = (Issued) inviting.ask(inviting.ann, Optional.of(1));
        Person eve = inviting.scene.person(inviting.acme, "Eve");
        inviting.accept(issued, inviting.dan);

        assertThat(inviting.accept(issued, eve))
                .isEqualTo(new AcceptInvite.Refused(new Refusal.UsedUp(Optional.of(inviting.ann))));

        assertThat(listed(inviting.tom).open())
                .singleElement()
                .satisfies(open -> assertThat(open.isUsedUp()).isTrue())
                .isEqualTo(new ListInvites.Open(issued.invite(), Optional.of(inviting.ann), List.of(inviting.dan)));
    }

    @Test
    void aGroupHasOnlySoManyLinksThatWork() {
        Issued first = inviting.issue(inviting.ann);
        inviting.issue(inviting.tom);

        assertThat(inviting.ask(inviting.ann, Optional.empty())).isEqualTo(new IssueInvite.TooMany(2));

        revoke(first, inviting.ann);
        assertThat(inviting.ask(inviting.ann, Optional.empty())).isInstanceOf(Issued.class);
    }

    @Test
    void whoWasRemovedComesBackOnlyByALaterLink() {
        Issued before = inviting.issue(inviting.ann);
        inviting.accept(before, inviting.dan);
        inviting.remove(inviting.ann, inviting.dan);

        assertThat(inviting.accept(before, inviting.dan))
                .isEqualTo(new AcceptInvite.Refused(new Refusal.RemovedSince(Optional.of(inviting.ann))));

        inviting.clock.advance(Duration.ofMillis(1));
        Issued after = inviting.issue(inviting.ann);
        assertThat(inviting.accept(after, inviting.dan)).isEqualTo(new AcceptInvite.Joined(inviting.group.id()));
    }

    @Test
    void codesHaveAtLeast128RandomBitsAndDoNotShowThemselves() {
        InviteCode code = InviteCode.issue(new Randomness() {
            @Override
            public UUID uuid() {
                throw new AssertionError("a UUID has fewer random bits");
            }

            @Override
            public byte[] bytes(int length) {
                assertThat(length * Byte.SIZE).isGreaterThanOrEqualTo(128);
                return new byte[length];
            }
        });

        assertThat(InviteCode.parse(code.reveal())).contains(code);
        assertThat(code.toString()).doesNotContain(code.reveal());
        assertThat(code.key().hex()).doesNotContain(code.reveal());
        assertThat(InviteCode.parse(code.reveal().substring(1))).isEmpty();
        assertThat(InviteCode.parse(code.reveal() + "A")).isEmpty();
    }

    private Optional<Invite> revoke(Issued issued, Person revoker) {
        return inviting.revokeInvite.execute(
                new RevokeInvite.Command(issued.invite().id(), revoker.id()));
    }

    private ListInvites.Listed listed(Person asker) {
        return inviting.listInvites.execute(inviting.group.id(), asker.id()).orElseThrow();
    }

    private List<Content> said() {
        return inviting.desk.messages().listAfter(inviting.group.id(), 0, 100).stream()
                .map(Message::content)
                .toList();
    }
}
