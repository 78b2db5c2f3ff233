package io.larkdesk.core.fence;

import io.larkdesk.core.escalation.ExpirePages;
import io.larkdesk.core.notice.ExpireNotices;
import io.larkdesk.core.reminder.ExpireMentions;
import io.larkdesk.core.webhook.ExpireDeliveries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Ends all that waits behind the fence, whenever it is due. Part of lifting it. */
@Singleton
public final class Expire {

    /** Later than anything is due. */
    static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final int AT_ONCE = 100;

    private final ExpireMentions mentions;
    private final ExpirePages pages;
    private final ExpireNotices notices;
    private final ExpireDeliveries deliveries;

    /** Takes its collaborators. */
    @Inject
    public Expire(ExpireMentions mentions, ExpirePages pages, ExpireNotices notices, ExpireDeliveries deliveries) {
        this.mentions = mentions;
        this.pages = pages;
        this.notices = notices;
        this.deliveries = deliveries;
    }

    /** Ends all, each part in a transaction of its own unless one is running. */
    void execute() {
        int ended;
        do {
            ended = mentions.execute(EVER, AT_ONCE)
                    + pages.execute(EVER, AT_ONCE)
                    + notices.execute(EVER, AT_ONCE)
                    + deliveries.execute(EVER, AT_ONCE);
        } while (ended > 0);
    }
}
