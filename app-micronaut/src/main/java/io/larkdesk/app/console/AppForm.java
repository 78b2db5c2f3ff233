package io.larkdesk.app.console;

import io.larkdesk.app.web.Form;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A Lark app as it was entered; what is empty was missing, or makes no sense.
 *
 * @param appId its App ID
 * @param secret its App Secret
 * @param isSecretEmpty whether nothing was entered for the secret
 * @param brand its platform
 * @param edition the organisation's edition of Lark
 * @param entered the fields as they were entered, but never the secret, to be shown again
 */
public record AppForm(
        Optional<AppId> appId,
        Optional<AppSecret> secret,
        boolean isSecretEmpty,
        Optional<Brand> brand,
        Optional<Edition> edition,
        Map<String, String> entered) {

    /** A longer secret is none: Lark's have 32 characters. */
    private static final int LONGEST_SECRET = 200;

    /** Copies the map. */
    public AppForm {
        Objects.requireNonNull(appId, "appId");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(brand, "brand");
        Objects.requireNonNull(edition, "edition");
        entered = Map.copyOf(entered);
    }

    /** What {@code form} says. */
    public static AppForm of(Form form) {
        Map<String, String> entered = new HashMap<>();
        for (String field : List.of("organisation", "app_id", "brand", "edition")) {
            form.text(field).ifPresent(text -> entered.put(field, text.strip()));
        }
        Optional<String> secret = form.text("app_secret").map(String::strip);
        return new AppForm(
                Optional.ofNullable(entered.get("app_id")).flatMap(AppId::parse),
                secret.filter(text -> !text.isEmpty() && text.length() <= LONGEST_SECRET)
                        .map(AppSecret::of),
                secret.filter(String::isEmpty).isPresent(),
                form.constant("brand", Brand.class),
                form.constant("edition", Edition.class),
                entered);
    }

    /** The first field that is wrong, if one is; an empty secret is none of them where the one that is known may stay. */
    public Optional<String> wrongField(boolean mayKeepSecret) {
        if (appId.isEmpty()) {
            return Optional.of("app_id");
        }
        if (secret.isEmpty() && !(mayKeepSecret && isSecretEmpty)) {
            return Optional.of("app_secret");
        }
        if (brand.isEmpty()) {
            return Optional.of("brand");
        }
        return edition.isEmpty() ? Optional.of("edition") : Optional.empty();
    }
}
