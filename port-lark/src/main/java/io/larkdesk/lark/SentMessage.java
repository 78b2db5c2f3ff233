package io.larkdesk.lark;

/**
 * A message that Lark accepted.
 *
 * @param messageId such as {@code om_dc13264520392913993dd051dba21dcf}
 */
public record SentMessage(String messageId) {

    /** Refuses an empty id. */
    public SentMessage {
        if (messageId.isEmpty()) {
            throw new IllegalArgumentException("messageId is empty");
        }
    }
}
