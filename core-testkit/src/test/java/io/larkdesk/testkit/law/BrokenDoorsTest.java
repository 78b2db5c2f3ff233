package io.larkdesk.testkit.law;

import static io.larkdesk.testkit.law.FoundOut.assertFoundOut;
import static io.larkdesk.testkit.law.FoundOut.desk;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.invite.AcceptInvite;
import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.InviteCode;
import io.larkdesk.core.invite.Invites;
import io.larkdesk.core.invite.Refusal;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;

/** Ways into groups that are known to be wrong: laws 5 and 6 must find them out. */
final class BrokenDoorsTest {

    /** Law 5: at its end a link is expired. */
    @Example
    void linksThatWorkAtTheirLastInstantTooAreFoundOut() {
        InviteLaw law = invites(BrokenInvites.found(invite -> new Invite(
                invite.id(),
                invite.key(),
                invite.issuer(),
                invite.issuedAt(),
                invite.expiresAt().plusMillis(1),
                invite.mostUses(),
                invite.revocation())));

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: what was withdrawn does not work. */
    @Example
    void linksThatCannotBeWithdrawnAreFoundOut() {
        InviteLaw law = invites(BrokenInvites.found(invite -> new Invite(
                invite.id(),
                invite.key(),
                invite.issuer(),
                invite.issuedAt(),
                invite.expiresAt(),
                invite.mostUses(),
                Optional.empty())));

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: a code must be right to the last bit. */
    @Example
    void linksForWhichAnyCodeIsGoodAreFoundOut() {
        InviteLaw law = invites(BrokenInvites::foundByAnyCode);

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: whoever reads the database must not find a way in. */
    @Example
    void storedHashesThatAreAsGoodAsCodesAreFoundOut() {
        InviteLaw law = behind(world -> (code, person) -> world.model().links().stream()
                .filter(link -> link.id().group().tenant().equals(person.tenant())
                        && link.code().key().hex().startsWith(code.reveal()))
                .findFirst()
                .map(link -> world.desk().acceptInvite.execute(link.code(), person))
                .orElseGet(() -> world.desk().acceptInvite.execute(code, person)));

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: two links must not have one code. */
    @Example
    void codesThatComeAgainAreFoundOut() {
        InviteLaw law = new InviteLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return new InMemoryDesk(clock);
            }

            @Override
            Randomness randomness() {
                return new Randomness() {
                    private final Randomness ids = new SeededRandomness(1);

                    @Override
                    public UUID uuid() {
                        return ids.uuid();
                    }

                    @Override
                    public byte[] bytes(int length) {
                        return new byte[length];
                    }
                };
            }
        };

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: a link is for the organisation that it belongs to. */
    @Example
    void doorsThatAreOpenToOtherOrganisationsAreFoundOut() {
        InviteLaw law = overlooking((world, code, refusal) -> refusal instanceof Refusal.OtherOrganisation);

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: as many join as may, and nobody counts twice. */
    @Example
    void usesThatAreNotCountedAreFoundOut() {
        InviteLaw law = invites(stores -> stores.with(Invites.class, "addUse", (invites, arguments, add) -> arguments));

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: who was put out lets nobody in. */
    @Example
    void linksThatOutliveTheirMakersPlaceAreFoundOut() {
        InviteLaw law = overlooking((world, code, refusal) -> refusal instanceof Refusal.Revoked
                && world.model().links().stream().noneMatch(link -> link.code().equals(code) && link.isRevoked()));

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: who was removed does not come back by the link in hand. */
    @Example
    void removalsThatAreForgottenAreFoundOut() {
        InviteLaw law = invites(stores -> stores.with(Members.class, "move", (members, arguments, move) -> {
            Member member = (Member) arguments[0];
            arguments[0] = new Member(
                    member.group(),
                    member.person(),
                    member.joinedAt(),
                    member.invitedBy(),
                    member.leftAt(),
                    Optional.empty());
            return move.answer(arguments);
        }));

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    private static InviteLaw invites(UnaryOperator<BrokenStores> breaking) {
        return new InviteLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(clock, breaking);
            }
        };
    }

    /** Which refusals a door does not care about. */
    @FunctionalInterface
    private interface Overlooked {
        boolean is(World world, InviteCode code, Refusal refusal);
    }

    private static InviteLaw overlooking(Overlooked which) {
        return behind(world -> (code, person) -> {
            AcceptInvite.Result result = world.desk().acceptInvite.execute(code, person);
            return result instanceof AcceptInvite.Refused refused && which.is(world, code, refused.refusal())
                    ? new AcceptInvite.Joined(world.cast().group(Where.ACME))
                    : result;
        });
    }

    private static InviteLaw behind(Function<World, Door> door) {
        return new InviteLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return new InMemoryDesk(clock);
            }

            @Override
            Door door(World world) {
                return door.apply(world);
            }
        };
    }

    /** Law 6: whoever was in a group once stays in it. */
    @Example
    void membersWhoCannotLeaveAreFoundOut() {
        IsolationLaw law = new IsolationLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(
                        clock,
                        stores -> stores.with(Members.class, "find", (members, arguments, find) -> members.find(
                                        (GroupId) arguments[0], (PersonId) arguments[1])
                                .map(member -> new Member(
                                        member.group(), member.person(), member.joinedAt(), Optional.empty()))));
            }
        };

        assertFoundOut(law.groupsAndIntruders(), law::whoeverIsNotInAGroupSeesAndChangesNothingOfIt);
    }

    /** Law 6: whoever once served a customer serves that customer for ever. */
    @Example
    void ticketsThatEverybodyOfTheProviderSeesAreFoundOut() {
        IsolationLaw law = new IsolationLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(
                        clock,
                        stores -> stores.with(Members.class, "find", (members, arguments, find) -> members.find(
                                        (GroupId) arguments[0], (PersonId) arguments[1])
                                .or(() -> members.list((GroupId) arguments[0]).stream()
                                        .findFirst())));
            }
        };
        assertFoundOut(law.groupsAndIntruders(), law::whoeverIsNotInAGroupSeesAndChangesNothingOfIt);
    }
}
