package io.larkdesk.core.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for. Within it, the token can do what its person can, and nothing more. */
public enum TokenScope {
    /** To see the customers. */
    TENANTS_READ,
    /** To see tickets. */
    TICKETS_READ,
    /** To open tickets, and to move them on. */
    TICKETS_WRITE,
    /** To see what was said. */
    MESSAGES_READ,
    /** To say something. */
    MESSAGES_WRITE,
    /** To see internal notes. */
    NOTES_READ,
    /** To add internal notes. */
    NOTES_WRITE,
    /** To see who is in a group. */
    MEMBERS_READ,
    /** To see who is on duty. */
    ROSTER_READ,
    /** To plan who is on duty. */
    ROSTER_WRITE,
    /** To see what the customers' Lark calls come to. */
    BUDGETS_READ;

    /** As it stands in answers and documents: {@code tickets:read}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope that {@link #text} wrote, or nothing. */
    public static Optional<TokenScope> parse(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findFirst();
    }
}
