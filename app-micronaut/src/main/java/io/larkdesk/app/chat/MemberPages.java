package io.larkdesk.app.chat;

import io.larkdesk.app.page.ConfirmPage;
import io.larkdesk.app.page.GroupDialog;
import io.larkdesk.app.page.MemberView;
import io.larkdesk.app.page.MembersPage;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ShowMembers.Present;
import io.larkdesk.core.group.ShowMembers.Shown;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.SearchWords;
import io.larkdesk.core.ticket.Action;
import io.larkdesk.core.ticket.ShowTicket;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts who is in a group into what pages show. */
@Singleton
final class MemberPages {

    /** The list of {@code side}, as an address names it; else of the visitor's own. In a ticket's group it says whose the {@code ticket} is. */
    MembersPage list(
            Visitor visitor, Shown shown, Optional<ShowTicket.Shown> ticket, SearchWords words, Optional<String> side) {
        Side mine = Side.of(visitor.person().id(), shown.group().id());
        return new MembersPage(
                Dialogs.about(visitor, shown.group()),
                visitor.person().id().value(),
                mine,
                side.flatMap(MemberPages::parse).orElse(mine),
                words.text(),
                shown.organisation(),
                shown.group().isClosed(),
                shown.provider().orElseGet(() -> texts(visitor).say("notice.someProvider")),
                members(shown, ticket, Side.CUSTOMER),
                members(shown, ticket, Side.SERVICE_TEAM));
    }

    /** The question before somebody is removed. */
    ConfirmPage removal(Visitor visitor, Shown shown, Present present) {
        GroupDialog about = Dialogs.about(visitor, shown.group());
        Map<String, String> named = Map.of(
                "name", present.person().name().value(), "group", shown.group().name());
        return new ConfirmPage(
                about,
                texts(visitor).say("members.removeQuestion", named),
                texts(visitor).say("members.removeText", named),
                texts(visitor).say("members.remove", named),
                about.path() + "/members/" + present.person().id() + "/remove",
                about.path() + "/members",
                false);
    }

    /** The question before the visitor leaves. */
    ConfirmPage leaving(Visitor visitor, Shown shown) {
        GroupDialog about = Dialogs.about(visitor, shown.group());
        return new ConfirmPage(
                about,
                texts(visitor)
                        .say("members.leaveQuestion", "group", shown.group().name()),
                texts(visitor).say("members.leaveText"),
                texts(visitor).say("members.leave"),
                about.path() + "/leave",
                about.path() + "/members",
                true);
    }

    /** The question before the ticket is made somebody else's. */
    ConfirmPage handing(
            Visitor visitor, Shown shown, Present present, ShowTicket.Shown ticket, Optional<String> problem) {
        GroupDialog about = Dialogs.about(visitor, shown.group());
        Map<String, String> named = Map.of("name", present.person().name().value());
        return new ConfirmPage(
                about,
                texts(visitor).say("members.handOverQuestion", named),
                texts(visitor).say("members.handOverText", named),
                texts(visitor).say("members.handOverShort"),
                about.path() + "/members/" + present.person().id() + "/hand-over",
                about.path() + "/members",
                false,
                false,
                Map.of("version", Long.toString(ticket.ticket().version())),
                problem.map(key -> texts(visitor).say("ticket.note." + key, named)));
    }

    private static List<MemberView> members(Shown shown, Optional<ShowTicket.Shown> ticket, Side side) {
        Optional<PersonId> owner = ticket.map(about -> about.ticket().owner());
        boolean canHandOver = ticket.filter(about -> about.possible().contains(Action.HAND_OVER))
                .isPresent();
        GroupId group = shown.group().id();
        return shown.present().stream()
                .filter(present -> present.member().side() == side)
                .map(present -> new MemberView(
                        Views.person(present.person(), group),
                        present.person().role(),
                        present.member().joinedAt(),
                        present.inviter().map(inviter -> Views.person(inviter, group)),
                        present.isRemovable(),
                        owner.equals(Optional.of(present.person().id())),
                        canHandOver
                                && side == Side.CUSTOMER
                                && !owner.equals(Optional.of(present.person().id()))))
                .toList();
    }

    private static Optional<Side> parse(String token) {
        for (Side side : Side.values()) {
            if (MembersPage.token(side).equals(token)) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }

    private static Texts texts(Visitor visitor) {
        return visitor.viewer().texts();
    }
}
