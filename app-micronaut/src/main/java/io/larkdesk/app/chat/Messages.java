package io.larkdesk.app.chat;

import io.larkdesk.app.web.Form;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import java.util.Optional;

/** Reads which message an address names. */
final class Messages {

    private Messages() {}

    /** The message at place {@code seq} of {@code group}; empty if the address can name none. */
    static Optional<MessageId> find(String group, String seq) {
        return GroupId.parse(group)
                .flatMap(id -> Form.findNumber(seq).filter(place -> place > 0).map(place -> new MessageId(id, place)));
    }
}
