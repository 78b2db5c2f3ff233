package io.larkdesk.app.page;

import io.larkdesk.core.group.Side;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Who is in a group, on two sides, or as many of them as were found.
 *
 * @param in what stands around it
 * @param me the viewer
 * @param mine on whose side the viewer stands
 * @param shown whose list is shown
 * @param words what was looked for; empty for everybody
 * @param organisation the customer's name
 * @param isClosed whether nobody comes into the group any more
 * @param provider the provider's name
 * @param customers in order of joining
 * @param serviceTeam in order of joining
 */
public record MembersPage(
        GroupDialog in,
        UUID me,
        Side mine,
        Side shown,
        String words,
        String organisation,
        boolean isClosed,
        String provider,
        List<MemberView> customers,
        List<MemberView> serviceTeam) {

    /** Copies the lists. */
    public MembersPage {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(me, "me");
        Objects.requireNonNull(mine, "mine");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(provider, "provider");
        customers = List.copyOf(customers);
        serviceTeam = List.copyOf(serviceTeam);
    }

    /** The sides, the viewer's own first. */
    public List<Side> sides() {
        return mine == Side.CUSTOMER
                ? List.of(Side.CUSTOMER, Side.SERVICE_TEAM)
                : List.of(Side.SERVICE_TEAM, Side.CUSTOMER);
    }

    /** The people of {@code side}. */
    public List<MemberView> of(Side side) {
        return side == Side.CUSTOMER ? customers : serviceTeam;
    }

    /** What the list of {@code side} is called. */
    public String heading(Side side) {
        if (side == Side.SERVICE_TEAM) {
            return in.viewer().texts().say("serviceTeam");
        }
        return mine == Side.CUSTOMER ? in.viewer().texts().say("members.yourOrganisation") : organisation;
    }

    /** The address of the list of {@code side}, for the same words. */
    public String path(Side side) {
        return in.path() + "/members?side=" + token(side)
                + (words.isEmpty() ? "" : "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    /** How addresses name {@code side}. */
    public static String token(Side side) {
        return side == Side.CUSTOMER ? "organisation" : "team";
    }

    /** Where the ticket is made {@code member}'s. */
    public String handing(MemberView member) {
        return in.path() + "/members/" + member.person().id() + "/hand-over";
    }

    /** Where {@code member} is removed. */
    public String removal(MemberView member) {
        return in.path() + "/members/" + member.person().id() + "/remove";
    }
}
