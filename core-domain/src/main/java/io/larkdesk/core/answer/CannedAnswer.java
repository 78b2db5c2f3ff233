package io.larkdesk.core.answer;

import io.larkdesk.core.conversation.MessageBody;
import java.util.Objects;

/**
 * Words that the service team puts into its messages with one click, and may change there.
 *
 * @param name by which it is found
 * @param body the words
 * @param version how often it was stored
 */
public record CannedAnswer(AnswerName name, MessageBody body, long version) {

    /** Refuses null, no words, and a version that is not positive. */
    public CannedAnswer {
        Objects.requireNonNull(name, "name");
        if (body.equals(MessageBody.NONE)) {
            throw new IllegalArgumentException("body is empty");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version is not positive: " + version);
        }
    }
}
