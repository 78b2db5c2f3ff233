package io.larkdesk.testkit.law;

import io.larkdesk.core.invite.AcceptInvite;
import io.larkdesk.core.invite.Refusal;
import io.larkdesk.core.invite.ShowInvite;

/** What somebody hears who comes with a link. */
enum Welcome {
    JOINED,
    UNKNOWN,
    OTHER_ORGANISATION,
    ALREADY_IN,
    REVOKED,
    EXPIRED,
    USED_UP,
    REMOVED_SINCE,
    CLOSED;

    static Welcome of(AcceptInvite.Result result) {
        return result instanceof AcceptInvite.Refused refused ? of(refused.refusal()) : JOINED;
    }

    /** Who may join, as far as looking tells, is taken for joined. */
    static Welcome of(ShowInvite.Result result) {
        return result instanceof ShowInvite.Refused refused ? of(refused.refusal()) : JOINED;
    }

    private static Welcome of(Refusal refusal) {
        return refusal.fold(new Refusal.Cases<>() {
            @Override
            public Welcome unknown() {
                return UNKNOWN;
            }

            @Override
            public Welcome otherOrganisation() {
                return OTHER_ORGANISATION;
            }

            @Override
            public Welcome alreadyIn(Refusal.AlreadyIn already) {
                return ALREADY_IN;
            }

            @Override
            public Welcome closed(Refusal.Closed closed) {
                return CLOSED;
            }

            @Override
            public Welcome revoked(Refusal.Revoked revoked) {
                return REVOKED;
            }

            @Override
            public Welcome expired(Refusal.Expired expired) {
                return EXPIRED;
            }

            @Override
            public Welcome usedUp(Refusal.UsedUp usedUp) {
                return USED_UP;
            }

            @Override
            public Welcome removedSince(Refusal.RemovedSince removed) {
                return REMOVED_SINCE;
            }
        });
    }
}
