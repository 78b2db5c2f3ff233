package io.larkdesk.testkit.law;

import io.larkdesk.core.invite.AcceptInvite;
import io.larkdesk.core.invite.InviteCode;
import io.larkdesk.core.person.PersonId;

/** Where people come in who have a link. */
interface Door {

    /** Lets {@code person} in, or not. */
    AcceptInvite.Result accept(InviteCode code, PersonId person);
}
