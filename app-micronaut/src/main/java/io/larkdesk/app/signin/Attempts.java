package io.larkdesk.app.signin;

import com.google.crypto.tink.Aead;
import io.larkdesk.app.web.LocalPath;
import io.larkdesk.app.web.OwnCookies;
import io.larkdesk.core.person.SignInPerson;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.AppId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps attempts in the browsers in which they began, sealed, so that nothing is stored for whoever only knocks. Each attempt has a
 * cookie of its own, because several tabs can sign in at once; of too many the oldest go.
 */
@Singleton
final class Attempts {

    /** More tabs than people sign in at once, and few enough for the size of a request's header. */
    static final int MOST = 8;

    private static final String PREFIX = "sign-in-";
    private static final byte[] PURPOSE = "larkdesk sign-in attempt".getBytes(StandardCharsets.UTF_8);

    private final OwnCookies cookies;
    private final Aead aead;
    private final Randomness randomness;
    private final Supplier<Instant> now;

    /** Goes by the database's clock: where one node sends somebody to Lark another may see them come back. */
    @Inject
    Attempts(OwnCookies cookies, @Named("cookies") Aead aead, Randomness randomness, Transactions transactions) {
        this(cookies, aead, randomness, () -> transactions.inTransaction(now -> now));
    }

    Attempts(OwnCookies cookies, Aead aead, Randomness randomness, Supplier<Instant> now) {
        this.cookies = cookies;
        this.aead = aead;
        this.randomness = randomness;
        this.now = now;
    }

    Attempt begin(LocalPath next) {
        return Attempt.begin(next, randomness, now.get());
    }

    /** Has the browser hold {@code attempt}. */
    Cookie hold(Attempt attempt) {
        return cookies.secret(PREFIX + Attempt.name(attempt.state()), seal(attempt), SignInPerson.ATTEMPT_LASTS);
    }

    /** Has the browser forget what began with {@code state}. */
    Cookie drop(String state) {
        return cookies.gone(PREFIX + Attempt.name(state));
    }

    /** The attempt that Lark's answer to {@code app} belongs to, if it began in this browser and still lasts. */
    Optional<Attempt> find(HttpRequest<?> request, AppId app, String state) {
        Instant present = now.get();
        return request.getCookies()
                .findCookie(cookies.fullName(PREFIX + Attempt.name(state)))
                .flatMap(cookie -> open(cookie.getValue()))
                .filter(attempt -> attempt.isAnsweredBy(app, state, present));
    }

    /** Has the browser forget what leaves no room for one attempt more: the oldest. */
    List<Cookie> makeRoom(HttpRequest<?> request) {
        String prefix = cookies.fullName(PREFIX);
        return request.getCookies().getAll().stream()
                .filter(cookie -> cookie.getName().startsWith(prefix))
                .sorted(Comparator.comparing(this::end).reversed())
                .skip(MOST - 1L)
                .map(cookie -> cookies.gone(PREFIX + cookie.getName().substring(prefix.length())))
                .toList();
    }

    private Instant end(Cookie cookie) {
        return open(cookie.getValue()).map(Attempt::expiresAt).orElse(Instant.EPOCH);
    }

    private String seal(Attempt attempt) {
        try {
            byte[] sealed = aead.encrypt(attempt.write().getBytes(StandardCharsets.UTF_8), PURPOSE);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cookie key does not seal", e);
        }
    }

    private Optional<Attempt> open(String sealed) {
        try {
            byte[] plain = aead.decrypt(Base64.getUrlDecoder().decode(sealed), PURPOSE);
            return Attempt.read(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
