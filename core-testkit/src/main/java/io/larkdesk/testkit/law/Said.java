package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.PostMessage;
import java.util.Set;

/** A message of a history, the command that posted it, and what became of it. */
final class Said {

    private final PostMessage.Command command;
    private final Who author;
    private final Where where;
    private Set<Who> named;
    private Message now;

    Said(PostMessage.Command command, Who author, Where where, Set<Who> named, Message posted) {
        this.command = command;
        this.author = author;
        this.where = where;
        this.named = named;
        this.now = posted;
    }

    PostMessage.Command command() {
        return command;
    }

    Who author() {
        return author;
    }

    Where where() {
        return where;
    }

    /** Whom it names now; nobody once it is taken back. */
    Set<Who> named() {
        return named;
    }

    MessageId id() {
        return now.id();
    }

    /** As it stands now. */
    Message now() {
        return now;
    }

    boolean isDeleted() {
        return now.words().isEmpty();
    }

    void becomes(Message changed, Set<Who> names) {
        now = changed;
        named = names;
    }
}
