package io.larkdesk.app.console.api;

import io.larkdesk.app.web.Form;
import io.larkdesk.core.token.TokenLabel;
import io.larkdesk.core.token.TokenScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The form that makes a token. */
final class TokenForm {

    /** How many days a token may last. */
    static final List<Integer> DAYS = List.of(30, 90, 180, 365);

    private final Form form;

    TokenForm(Map<String, Object> fields) {
        this.form = new Form(fields);
    }

    Optional<TokenLabel> label() {
        return form.text("label").flatMap(TokenLabel::parse);
    }

    /** The scopes that are ticked; what is none is as if it were not there. */
    Set<TokenScope> scopes() {
        return form.texts("scope").stream()
                .flatMap(text -> TokenScope.parse(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Duration> lifetime() {
        return form.number("days")
                .filter(days -> DAYS.stream().anyMatch(known -> known.longValue() == days))
                .map(Duration::ofDays);
    }

    /** The first field that is wrong, if one is. */
    Optional<String> wrongField() {
        if (label().isEmpty()) {
            return Optional.of("label");
        }
        if (scopes().isEmpty()) {
            return Optional.of("scope");
        }
        return lifetime().isEmpty() ? Optional.of("days") : Optional.empty();
    }

    /** What was entered, to be shown again. */
    Told.Entered entered() {
        return new Told.Entered(
                form.text("label").orElse(""),
                scopes(),
                lifetime().map(Duration::toDays).map(Long::intValue));
    }
}
