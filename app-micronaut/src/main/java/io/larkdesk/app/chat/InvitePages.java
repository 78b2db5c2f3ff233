package io.larkdesk.app.chat;

import io.larkdesk.app.config.Settings;
import io.larkdesk.app.page.AddPeoplePage;
import io.larkdesk.app.page.AddPeoplePage.Asked;
import io.larkdesk.app.page.AddPeoplePage.Fresh;
import io.larkdesk.app.page.ConfirmPage;
import io.larkdesk.app.page.GroupDialog;
import io.larkdesk.app.page.InvitePage;
import io.larkdesk.app.page.LinkView;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.invite.InviteCode;
import io.larkdesk.core.invite.IssueInvite.Issued;
import io.larkdesk.core.invite.ListInvites.Listed;
import io.larkdesk.core.invite.ListInvites.Open;
import io.larkdesk.core.invite.ShowInvite;
import io.larkdesk.core.tenant.AppId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Puts what is known of links into what pages show. */
@Singleton
final class InvitePages {

    private final URI publicUrl;

    InvitePages(Settings settings) {
        this.publicUrl = settings.publicUrl();
    }

    /** The links into a group, the one that was issued just now apart from the others. */
    AddPeoplePage list(Visitor visitor, Listed listed, Optional<Issued> issued, Asked asked) {
        return new AddPeoplePage(
                Dialogs.about(visitor, listed.group()),
                listed.organisation(),
                listed.group().isClosed(),
                issued.flatMap(made -> listed.open().stream()
                        .filter(open -> isSame(open, made))
                        .findFirst()
                        .map(open -> new Fresh(address(listed.app(), made.code()), link(visitor, open)))),
                listed.open().stream()
                        .filter(open ->
                                issued.filter(made -> isSame(open, made)).isEmpty())
                        .map(open -> link(visitor, open))
                        .toList(),
                listed.policy().lifetime(),
                asked);
    }

    private static boolean isSame(Open open, Issued issued) {
        return open.invite().id().equals(issued.invite().id());
    }

    /** The address by which colleagues come. */
    private String address(AppId app, InviteCode code) {
        return publicUrl + Addresses.invite(app) + "?code=" + code.reveal();
    }

    private static LinkView link(Visitor visitor, Open open) {
        return new LinkView(
                open.invite().id().toString(),
                open.issuer()
                        .filter(issuer -> !issuer.id().equals(visitor.person().id()))
                        .map(issuer -> issuer.name().value()),
                open.invite().issuedAt(),
                open.invite().expiresAt(),
                open.invite().mostUses(),
                open.joined().stream().map(person -> person.name().value()).toList());
    }

    /** The question before a link is withdrawn. */
    ConfirmPage revocation(Visitor visitor, Listed listed, Open open) {
        GroupDialog about = Dialogs.about(visitor, listed.group());
        Texts texts = visitor.viewer().texts();
        return new ConfirmPage(
                about,
                texts.say("invites.revokeQuestion"),
                link(visitor, open).madeBy(visitor.viewer()) + " " + texts.say("invites.revokeText"),
                texts.say("invites.revoke"),
                about.path() + "/invites/" + open.invite().id() + "/revoke",
                about.path() + "/invites",
                false);
    }

    /** Where a link leads. */
    InvitePage landing(Visitor visitor, InviteCode code, ShowInvite.Open open) {
        AppId app = visitor.tenant().appId();
        return new InvitePage(
                visitor.viewer(),
                visitor.csrf(),
                Addresses.invite(app),
                code.reveal(),
                open.inviter().map(inviter -> Views.person(inviter, open.group().id())),
                open.group().name(),
                open.provider().orElseGet(() -> visitor.viewer().texts().say("notice.someProvider")),
                visitor.tenant().organisation(),
                visitor.person().name().value(),
                open.colleagues(),
                open.serviceTeam(),
                open.expiresAt(),
                Addresses.workbench(app));
    }
}
