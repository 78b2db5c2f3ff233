package io.larkdesk.core.fence;

import io.larkdesk.core.invite.RevokeAllInvites;
import io.larkdesk.core.onboarding.RevokeAllGuideLinks;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.token.RevokeAllTokens;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Revokes what opens something and may have been revoked, or used up, since a backup was made. Part of lifting the fence. */
@Singleton
public final class RevokeAll {

    private static final int AT_ONCE = 100;

    private final RevokeAllInvites invites;
    private final RevokeAllGuideLinks guideLinks;
    private final RevokeAllTokens tokens;

    /** Takes its collaborators. */
    @Inject
    public RevokeAll(RevokeAllInvites invites, RevokeAllGuideLinks guideLinks, RevokeAllTokens tokens) {
        this.invites = invites;
        this.guideLinks = guideLinks;
        this.tokens = tokens;
    }

    void links(PersonId by) {
        int revoked;
        do {
            revoked = invites.execute(by, AT_ONCE);
        } while (revoked > 0);
        guideLinks.execute();
    }

    void tokens(TenantId provider) {
        tokens.execute(provider);
    }
}
