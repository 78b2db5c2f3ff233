package io.larkdesk.app.console;

import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.LocalPath;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.AppId;
import java.util.List;
import java.util.Objects;

/**
 * What stands around every page of the console.
 *
 * @param viewer for whom and when
 * @param appId the provider's Lark app
 * @param csrf goes into every form
 * @param provider the provider's name
 * @param me the person
 * @param role what the person does
 * @param section the part that is open
 * @param here the address of this page, to come back to after a choice of language
 * @param emergencies how many Emergencies are not over
 * @param fenced whether nobody is told anything, since a backup was restored
 */
public record ConsoleFrame(
        Viewer viewer,
        String appId,
        String csrf,
        String provider,
        PersonView me,
        StaffRole role,
        Section section,
        String here,
        int emergencies,
        boolean fenced) {

    /** Refuses null. */
    public ConsoleFrame {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(appId, "appId");
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(me, "me");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(here, "here");
    }

    /** The address of a page of the provider's app: {@code tail} begins with a slash. */
    public String appPath(String tail) {
        return "/lark/" + appId + tail;
    }

    /** Where somebody signs in again, to come back to this page, or to its section if the address holds what somebody typed. */
    public String login() {
        AppId app = new AppId(appId);
        return Addresses.login(LocalPath.parse(app, here).orElseGet(() -> new LocalPath(app, section.path())));
    }

    /** Where an administrator decides what becomes of what waits. */
    public String fencePath() {
        return Addresses.FENCE;
    }

    /** Whether the viewer may decide that. */
    public boolean decidesOnFence() {
        return role == StaffRole.ADMIN;
    }

    /** The parts of the console in which the viewer finds anything. */
    public List<Section> sections() {
        return Section.allFor(role);
    }
}
