package io.larkdesk.app.page;

import io.larkdesk.app.page.TicketFilter.Tab;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.TicketCounts;
import io.larkdesk.core.ticket.TicketQuery.Place;
import io.larkdesk.core.ticket.TicketQuery.Sort;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Enterprise Service Workstation of a service group.
 *
 * @param frame what stands around it
 * @param group the group's id, as in addresses
 * @param name the group's name
 * @param organisation the customer's name
 * @param filter which tickets are shown
 * @param tickets those, or as many as one page has
 * @param next where the next page begins, if there are more
 * @param counts how many the group has in each state
 * @param emergencies how many of them have an Emergency
 * @param products what can be asked for
 * @param participants who is in the group, in order of joining
 */
public record WorkstationPage(
        Frame frame,
        String group,
        String name,
        String organisation,
        TicketFilter filter,
        List<TicketRow> tickets,
        Optional<Place> next,
        TicketCounts counts,
        int emergencies,
        List<Product> products,
        List<Participant> participants) {

    /** Copies the lists. */
    public WorkstationPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(filter, "filter");
        tickets = List.copyOf(tickets);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(counts, "counts");
        products = List.copyOf(products);
        participants = List.copyOf(participants);
    }

    /** Its address, for all tickets. */
    public String path() {
        return frame.workstationPath(group);
    }

    /** Its address for {@code other} tickets. */
    public String path(TicketFilter other) {
        return path() + other.query();
    }

    /** Where the same tickets are as a file, all of them. */
    public String csv() {
        return path() + ".csv" + filter.from(Optional.empty()).query();
    }

    /** Where its events come from. */
    public String events() {
        return frame.path("/events?tickets&group=" + group);
    }

    /** Where a person signs in again, to come back here. */
    public String login() {
        return "/thirdparty/lark/" + frame.appId() + "/login?next="
                + URLEncoder.encode(frame.here(), StandardCharsets.UTF_8);
    }

    /** How many tickets {@code tab} has, whatever else is asked for. */
    public int count(Tab tab) {
        return tab == Tab.EMERGENCY ? emergencies : counts.in(tab.show());
    }

    /** What {@code tab} is called by those on the viewer's side. */
    public String say(Tab tab) {
        boolean forTeam = tab == Tab.WAITING && frame.me().isServiceTeam();
        return frame.viewer().texts().say("workstation.show." + tab + (forTeam ? ".team" : ""));
    }

    /** How a column that can be sorted by is sorted, as {@code aria-sort} has it; null if it is not. */
    public @Nullable String sorted(Sort sort) {
        return filter.sort() == sort ? "descending" : null;
    }

    /** The people on {@code side}. */
    public List<Participant> participants(Side side) {
        return participants.stream()
                .filter(member -> member.person().side() == side)
                .toList();
    }

    /** Whether it is the first page, without any filter, and there is nothing on it. */
    public boolean isEmpty() {
        return tickets.isEmpty() && next.isEmpty() && filter.equals(TicketFilter.NONE.with(filter.sort()));
    }
}
