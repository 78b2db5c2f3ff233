package io.larkdesk.lark;

/**
 * A person's access token. Its text form tells nothing.
 *
 * @param value not blank; up to 4 KB
 */
public record UserToken(String value) {

    /** Refuses a blank token. */
    public UserToken {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the token is blank");
        }
    }

    @Override
    public String toString() {
        return "UserToken(hidden)";
    }
}
