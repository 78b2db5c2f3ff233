package io.larkdesk.app.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands around every page of somebody who is signed in.
 *
 * @param viewer for whom and when
 * @param appId the Lark app through which the person came
 * @param csrf goes into every form
 * @param provider who gives the service
 * @param me the person
 * @param organisation the person's own organisation
 * @param tam who looks after the organisation; empty for the provider's own people
 * @param rail the list at the side
 * @param here the address of this page, to come back to after a choice of language
 */
public record Frame(
        Viewer viewer,
        String appId,
        String csrf,
        String provider,
        PersonView me,
        String organisation,
        Optional<PersonView> tam,
        Rail rail,
        String here) {

    /** Refuses null. */
    public Frame {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(appId, "appId");
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(me, "me");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(tam, "tam");
        Objects.requireNonNull(rail, "rail");
        Objects.requireNonNull(here, "here");
    }

    /** The address of a page of this app: {@code tail} begins with a slash. */
    public String path(String tail) {
        return "/lark/" + appId + tail;
    }

    /** The address of a group's page. */
    public String groupPath(String group) {
        return path("/groups/" + group);
    }

    /** The address of the Enterprise Service Workstation of {@code serviceGroup}. */
    public String workstationPath(String serviceGroup) {
        return groupPath(serviceGroup) + "/workstation";
    }

    /** The address of {@code group}. */
    public String railPath(RailGroup group) {
        return group.ticket()
                .map(ticket -> path("/tickets/" + ticket.number().value()))
                .orElseGet(() -> groupPath(group.group()));
    }

    /** Those of the groups that are tickets', or that are not. */
    public List<RailGroup> groups(boolean ofTickets) {
        return rail.groups().stream()
                .filter(group -> group.ticket().isPresent() == ofTickets)
                .toList();
    }

    /** Unread messages in all groups, for the title of the window. */
    public int unread() {
        return rail.groups().stream().mapToInt(RailGroup::unread).sum();
    }
}
