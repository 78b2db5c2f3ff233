package io.larkdesk.app.live;

import io.larkdesk.app.page.Pages;
import io.larkdesk.core.conversation.FollowConversation;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import jakarta.inject.Singleton;
import java.util.Set;

/** Finds out what is new in a group for all who follow it. */
@Singleton
final class NewsReader {

    private final FollowConversation follow;
    private final Pages pages;

    NewsReader(FollowConversation follow, Pages pages) {
        this.follow = follow;
        this.pages = pages;
    }

    /** What is new after each of {@code positions}. */
    RoomNews read(GroupId group, Set<Position> positions) {
        return new RoomNews(group, follow.execute(group, positions), pages);
    }
}
