package io.larkdesk.app.page;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a link into a group leads.
 *
 * @param viewer for whom and when
 * @param csrf goes into the form
 * @param path where the form is sent
 * @param code goes into the form
 * @param inviter who made the link, if that is known
 * @param group the group's heading
 * @param provider the provider's name
 * @param organisation whose people can join; the viewer's own
 * @param me the viewer's name
 * @param colleagues how many of the organisation are in the group
 * @param serviceTeam how many of the service team are
 * @param expiresAt until when the link works
 * @param elsewhere where the answer no leads
 */
public record InvitePage(
        Viewer viewer,
        String csrf,
        String path,
        String code,
        Optional<PersonView> inviter,
        String group,
        String provider,
        String organisation,
        String me,
        int colleagues,
        int serviceTeam,
        Instant expiresAt,
        String elsewhere) {

    /** Refuses null. */
    public InvitePage {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(inviter, "inviter");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(me, "me");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(elsewhere, "elsewhere");
    }

    /** The heading. */
    public String title() {
        String name =
                inviter.map(PersonView::name).orElseGet(() -> viewer.texts().say("notice.someColleague"));
        return viewer.texts().say("invite.title", "name", name);
    }

    /** What the texts name. */
    public Map<String, String> named() {
        return Map.of("group", group, "provider", provider, "organisation", organisation);
    }
}
