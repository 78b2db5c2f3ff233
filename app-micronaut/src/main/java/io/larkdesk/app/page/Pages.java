package io.larkdesk.app.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Draws pages, and the pieces of pages that are exchanged while one is open. Thread-safe. */
@Singleton
public final class Pages {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.larkdesk.app.page.jte");
    private final Assets assets;

    /** Takes the assets that pages refer to. */
    @Inject
    public Pages(Assets assets) {
        this.assets = assets;
        engine.setTrimControlStructures(true);
    }

    /** A group. */
    public String group(GroupPage page) {
        return draw("group.jte", Map.of("page", page, "assets", assets));
    }

    /** The page of somebody who is in no group. */
    public String empty(EmptyPage page) {
        return draw("empty.jte", Map.of("page", page, "assets", assets));
    }

    /** A page that says one thing. */
    public String notice(NoticePage page) {
        return draw("notice.jte", Map.of("page", page, "assets", assets));
    }

    /** Who has read a message, as a page. */
    public String readers(ReadersPage page) {
        return draw("readersPage.jte", Map.of("page", page, "assets", assets));
    }

    /** Who has read a message, for a dialog. */
    public String readersFragment(ReadersPage page) {
        return draw("readers.jte", Map.of("page", page));
    }

    /** Who is in a group, as a page. */
    public String members(MembersPage page) {
        return draw("membersPage.jte", Map.of("page", page, "assets", assets));
    }

    /** Who is in a group, for a dialog. */
    public String membersFragment(MembersPage page) {
        return draw("members.jte", Map.of("page", page));
    }

    /** The links into a group, as a page. */
    public String addPeople(AddPeoplePage page) {
        return draw("addPeoplePage.jte", Map.of("page", page, "assets", assets));
    }

    /** The links into a group, for a dialog. */
    public String addPeopleFragment(AddPeoplePage page) {
        return draw("addPeople.jte", Map.of("page", page));
    }

    /** When a person wants no reminder, as a page. */
    public String quietTime(QuietTimePage page) {
        return draw("quietTimePage.jte", Map.of("page", page, "assets", assets));
    }

    /** When a person wants no reminder, for a dialog. */
    public String quietTimeFragment(QuietTimePage page) {
        return draw("quietTime.jte", Map.of("page", page));
    }

    /** Why a person was reminded or not, as a page. */
    public String why(WhyPage page) {
        return draw("whyPage.jte", Map.of("page", page, "assets", assets));
    }

    /** Why a person was reminded or not, for a dialog. */
    public String whyFragment(WhyPage page) {
        return draw("why.jte", Map.of("page", page));
    }

    /** Where an Emergency is declared, as a page. */
    public String emergency(EmergencyPage page) {
        return draw("emergencyPage.jte", Map.of("page", page, "assets", assets));
    }

    /** Where an Emergency is declared, for a dialog. */
    public String emergencyFragment(EmergencyPage page) {
        return draw("emergencyForm.jte", Map.of("page", page));
    }

    /** A question before something is done, as a page. */
    public String confirm(ConfirmPage page) {
        return draw("confirmPage.jte", Map.of("page", page, "assets", assets));
    }

    /** A question before something is done, for a dialog. */
    public String confirmFragment(ConfirmPage page) {
        return draw("confirm.jte", Map.of("page", page));
    }

    /** Where a link into a group leads. */
    public String invite(InvitePage page) {
        return draw("invite.jte", Map.of("page", page, "assets", assets));
    }

    /** The facts of a ticket, for somebody who is not in its group. */
    public String ticket(GroupDialog in, TicketPanel panel) {
        return draw("ticketPage.jte", Map.of("in", in, "panel", panel, "assets", assets));
    }

    /** What a ticket's page shows beside the conversation, and the list of groups, for the page's script. */
    public String ticketFragment(TicketPanel panel, Frame frame) {
        return draw("ticketPieces.jte", Map.of("panel", panel, "frame", frame));
    }

    /** The list of groups, for the page's script. */
    public String railFragment(Frame frame) {
        return draw("railGroups.jte", Map.of("frame", frame));
    }

    /** Create Ticket, as a page. */
    public String newTicket(NewTicketPage page) {
        return draw("newTicketPage.jte", Map.of("page", page, "assets", assets));
    }

    /** Create Ticket, for a dialog. */
    public String newTicketFragment(NewTicketPage page) {
        return draw("newTicket.jte", Map.of("page", page));
    }

    /** The Enterprise Service Workstation. */
    public String workstation(WorkstationPage page) {
        return draw("workstation.jte", Map.of("page", page, "assets", assets));
    }

    /** The tickets on the Enterprise Service Workstation, and the list of groups, for the page's script. */
    public String workstationFragment(WorkstationPage page) {
        return draw("workstationPieces.jte", Map.of("page", page));
    }

    /** The whole Timeline of a ticket. */
    public String timeline(TimelinePage page) {
        return draw("timelinePage.jte", Map.of("page", page, "assets", assets));
    }

    /** One message as all of the audience get it. */
    public String message(Audience audience, MessageView message) {
        return messages(audience, List.of(message));
    }

    /** Messages in order, as all of the audience get them. */
    public String messages(Audience audience, List<MessageView> messages) {
        return draw("messages.jte", Map.of("audience", audience, "messages", messages));
    }

    /** Any page of {@code template}, whose parameters are {@code page} and the assets. */
    public String page(String template, Object page) {
        return draw(template, Map.of("page", page, "assets", assets));
    }

    private String draw(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        engine.render(template, parameters, output);
        return output.toString();
    }
}
