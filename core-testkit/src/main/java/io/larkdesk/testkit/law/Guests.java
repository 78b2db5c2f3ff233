package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.RemoveMember;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.InviteCode;
import io.larkdesk.core.invite.IssueInvite;
import io.larkdesk.core.invite.RevokeInvite;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How people bring others into their groups and put them out, each act told to the model too; the desk must answer as the model expects. */
final class Guests {

    private final World world;
    private final Set<InviteCode> codes = new HashSet<>();
    private Door door;
    private int broughtIn;

    Guests(World world) {
        this.world = world;
        this.door = world.desk().acceptInvite::execute;
    }

    /** Has people come in through {@code other}. */
    void through(Door other) {
        this.door = other;
    }

    void issue(Who issuer, Where where, Optional<Integer> most) {
        boolean isIn = world.model().isIn(issuer, where);
        boolean hasRoom = world.model().open(where, world.now())
                < world.setting().invites().mostOpen();
        IssueInvite.Result result = world.desk()
                .issueInvite
                .execute(new IssueInvite.Command(
                        world.cast().group(where), world.cast().id(issuer), most));
        LawBroken.unless(
                result instanceof IssueInvite.Issued
                        ? isIn && hasRoom
                        : result instanceof IssueInvite.NotAMember ? !isIn : isIn && !hasRoom,
                "who may make a link into " + where + ": " + issuer + " got " + result);
        if (result instanceof IssueInvite.Issued issued) {
            requireSecret(issued);
            world.model()
                    .add(new Link(
                            issued.invite().id(),
                            issued.code(),
                            issuer,
                            where,
                            world.now(),
                            world.setting().invites().lifetime(),
                            most));
        }
    }

    /** Each code is another one, and what is stored does not say it. */
    private void requireSecret(IssueInvite.Issued issued) {
        LawBroken.unless(codes.add(issued.code()), "two links have one code");
        Invite stored = world.stores().invites().find(issued.invite().id()).orElseThrow();
        LawBroken.unless(
                !stored.toString().contains(issued.code().reveal()),
                "the code of a link can be read in what is stored");
    }

    void revoke(Who revoker, Link link) {
        boolean revoked = world.desk()
                .revokeInvite
                .execute(new RevokeInvite.Command(link.id(), world.cast().id(revoker)))
                .isPresent();
        LawBroken.unless(
                revoked == world.model().isIn(revoker, link.where()),
                "who may revoke a link into " + link.where() + ": " + revoker + " was told " + revoked);
        if (revoked) {
            link.revoke();
        }
    }

    /** {@code who} opens the link, and joins if that is possible. */
    void accept(Who who, Link link) {
        Welcome expected = world.model().welcome(link, who, world.now());
        Welcome shown = Welcome.of(
                world.desk().showInvite.execute(link.code(), world.cast().id(who)));
        LawBroken.unless(shown == expected, who + " is shown " + shown + " instead of " + expected);
        Welcome heard = Welcome.of(door.accept(link.code(), world.cast().id(who)));
        LawBroken.unless(heard == expected, who + " hears " + heard + " instead of " + expected);
        world.tell(who + ": " + heard);
        if (heard == Welcome.JOINED) {
            link.join(who);
            world.model().join(who, link.where());
            broughtIn++;
        }
    }

    /** {@code who} knows a code that is nearly right, and all that is stored of it. */
    void guess(Who who, Link link) {
        String code = link.code().reveal();
        for (String wrong : List.of(
                flipped(code, 0),
                flipped(code, code.length() - 1),
                link.code().key().hex().substring(0, code.length()),
                "A".repeat(code.length()))) {
            Welcome heard = Welcome.of(door.accept(
                    InviteCode.parse(wrong).orElseThrow(), world.cast().id(who)));
            LawBroken.unless(
                    heard == Welcome.UNKNOWN, who + " comes with a code that nobody issued, and hears " + heard);
        }
    }

    private static String flipped(String code, int place) {
        char other = code.charAt(place) == 'A' ? 'Q' : 'A';
        return code.substring(0, place) + other + code.substring(place + 1);
    }

    void remove(Who remover, Who who, Where where) {
        RemoveMember.Result result = world.desk()
                .removeMember
                .execute(new RemoveMember.Command(
                        world.cast().group(where),
                        world.cast().id(remover),
                        world.cast().id(who)));
        boolean wasIn = world.model().isIn(who, where);
        boolean may = world.model().isIn(remover, where) && side(remover, where) == side(who, where);
        LawBroken.unless(
                result instanceof RemoveMember.Removed ? may : !may || !wasIn,
                "who may remove " + who + " from " + where + ": " + remover + " got " + result);
        if (result instanceof RemoveMember.Removed && wasIn) {
            if (remover == who) {
                world.model().leave(who, where);
            } else {
                world.model().remove(who, where, world.now());
            }
        }
    }

    private Side side(Who who, Where where) {
        return Side.of(world.cast().id(who), world.cast().group(where));
    }

    /** At the end of a history: who is in, and through which link, is what the model says; and each coming was noted once. */
    void requireRight() {
        for (Where where : Where.values()) {
            Set<Who> present = world.stores().members().list(world.cast().group(where)).stream()
                    .map(Member::person)
                    .map(world.cast()::who)
                    .collect(Collectors.toSet());
            LawBroken.unless(
                    present.equals(world.model().peopleIn(where)),
                    "in " + where + " are " + present + " instead of "
                            + world.model().peopleIn(where));
        }
        for (Link link : world.model().links()) {
            Set<Who> joined = world.stores().invites().listUses(List.of(link.id())).stream()
                    .map(use -> world.cast().who(use.person()))
                    .collect(Collectors.toSet());
            LawBroken.unless(
                    joined.equals(link.joined()), "by a link joined " + joined + " instead of " + link.joined());
        }
        LawBroken.unless(
                notices() == broughtIn, "of " + broughtIn + " who joined by links, " + notices() + " were noted");
    }

    private long notices() {
        return Set.of(Where.values()).stream()
                .flatMap(where ->
                        world.stores().messages().listAfter(world.cast().group(where), 0, Integer.MAX_VALUE).stream())
                .map(Message::content)
                .filter(content -> content instanceof Content.Notice notice
                        && notice.event() == Content.Event.JOINED
                        && notice.by().isPresent())
                .count();
    }
}
