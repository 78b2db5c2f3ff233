package io.larkdesk.app.console.api;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Section;
import io.larkdesk.core.token.ApiToken;
import io.larkdesk.core.token.ListTokens.Entry;
import io.larkdesk.core.token.TokenScope;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The tokens of the provider's systems.
 *
 * @param frame what stands around it
 * @param entries the tokens for the viewer, the last one first
 * @param told what became of a form
 */
public record TokensPage(ConsoleFrame frame, List<Entry> entries, Told told) {

    private static final int USUAL_DAYS = 90;

    /** Copies the list. */
    public TokensPage {
        Objects.requireNonNull(frame, "frame");
        entries = List.copyOf(entries);
        Objects.requireNonNull(told, "told");
    }

    /** All scopes. */
    public List<TokenScope> scopes() {
        return List.of(TokenScope.values());
    }

    /** How many days a token may last. */
    public List<Integer> days() {
        return TokenForm.DAYS;
    }

    /** Whether {@code days} is chosen. */
    public boolean lasts(int days) {
        return told.entered().days().orElse(USUAL_DAYS) == days;
    }

    /** The scopes of {@code token} in one line. */
    public String scopes(ApiToken token) {
        return token.scopes().stream().sorted().map(TokenScope::text).collect(Collectors.joining(", "));
    }

    /** The end of the key of how it stands with {@code entry}. */
    public String state(Entry entry) {
        if (entry.token().revokedAt().isPresent()) {
            return "revoked";
        }
        if (!entry.token().isOpenAt(frame.viewer().now())) {
            return "expired";
        }
        return entry.works() ? "works" : "noRole";
    }

    /** Whether {@code entry} can be withdrawn. */
    public boolean isRevocable(Entry entry) {
        return entry.token().isOpenAt(frame.viewer().now());
    }

    /** Where {@code entry} is withdrawn. */
    public String revoking(Entry entry) {
        return Section.API.path() + "/" + entry.token().id() + "/revoke";
    }
}
