package io.larkdesk.testkit.law;

import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.InviteId;
import io.larkdesk.core.invite.InviteKey;
import io.larkdesk.core.invite.Invites;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Ways in which a store of invites can be wrong. */
final class BrokenInvites {

    private BrokenInvites() {}

    /** Whoever comes by a code finds the invite {@code changed}. */
    static UnaryOperator<BrokenStores> found(UnaryOperator<Invite> changed) {
        return stores -> stores.with(Invites.class, "findByKey", (invites, arguments, find) -> invites.findByKey(
                                (InviteKey) arguments[0])
                        .map(changed))
                .with(Invites.class, "lockByKey", (invites, arguments, find) -> invites.lockByKey(
                                (InviteKey) arguments[0])
                        .map(changed));
    }

    /** Whatever code somebody comes by, the last invite is found. */
    static BrokenStores foundByAnyCode(BrokenStores stores) {
        List<InviteId> saved = new CopyOnWriteArrayList<>();
        return stores.with(Invites.class, "save", (invites, arguments, save) -> {
                    saved.add(((Invite) arguments[0]).id());
                    invites.save((Invite) arguments[0]);
                    return arguments;
                })
                .with(Invites.class, "lockByKey", (invites, arguments, find) -> invites.lockByKey(
                                (InviteKey) arguments[0])
                        .or(() -> saved.stream().reduce((one, next) -> next).flatMap(invites::find)));
    }
}
