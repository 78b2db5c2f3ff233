package io.larkdesk.core.notice;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies one notice over all attempts to send it; Lark gets it as {@code uuid} and accepts it once in an hour.
 *
 * @param value unique in the deployment
 */
public record NoticeId(UUID value) {

    /** Refuses null. */
    public NoticeId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
