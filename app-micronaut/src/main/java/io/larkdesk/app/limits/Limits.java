package io.larkdesk.app.limits;

import io.larkdesk.app.config.LimitSettings;
import io.larkdesk.app.config.Settings;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.SessionToken;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How many requests there may be in a minute, on this node: of a person, of a tenant, and of a network as long as nobody is known there.
 * Whoever has more is told when to come again. What is urgent is counted apart, so that nobody has used that up by something else.
 * Thread-safe.
 */
@Singleton
public final class Limits {

    /** To change something costs as much as to look so often. */
    private static final int CHANGE = 4;

    /** Wrong links and codes of a person, and from a network; nobody types them. */
    private static final int GUESSES = 30;

    private static final int URGENT = 240;

    private final LimitSettings settings;
    private final Windows<SessionToken> sessions;
    private final Windows<SessionToken> urgent;
    private final Windows<PersonId> persons;
    private final Windows<TenantId> tenants;
    private final Windows<String> strangers;
    private final Windows<Object> guesses;

    @Inject
    Limits(Settings settings) {
        this(settings.limits(), Clock.systemUTC());
    }

    Limits(LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.sessions = new Windows<>(clock);
        this.urgent = new Windows<>(clock);
        this.persons = new Windows<>(clock);
        this.tenants = new Windows<>(clock);
        this.strangers = new Windows<>(clock);
        this.guesses = new Windows<>(clock);
    }

    /**
     * Counts a request with {@code token}, before it is known whose that is: when to come again if there were too many. Where very many tokens
     * come, some of them are made up; then no new one is taken from a {@code network} from which strangers have asked too often.
     */
    public Optional<Duration> ofSession(SessionToken token, Optional<String> network, boolean changes) {
        return ofSession(sessions, token, network, weight(changes), settings.person());
    }

    /** Counts an urgent request with {@code token}: the same. */
    public Optional<Duration> urgentOfSession(SessionToken token, Optional<String> network) {
        return ofSession(urgent, token, network, 1, URGENT);
    }

    private Optional<Duration> ofSession(
            Windows<SessionToken> all, SessionToken token, Optional<String> network, int weight, int quota) {
        return network.filter(any -> all.isNewInCrowd(token))
                .flatMap(whence -> over(strangers.look(whence, settings.stranger())))
                .or(() -> over(all.count(token, weight, quota)));
    }

    /** Counts a request of somebody who is known by now. */
    public Optional<Duration> of(PersonId person, TenantId tenant, boolean changes) {
        return over(persons.count(person, weight(changes), settings.person()))
                .or(() -> over(tenants.count(tenant, 1, settings.tenant())));
    }

    /** Counts a request from {@code network} of whom nobody knows. */
    public Optional<Duration> ofStranger(String network) {
        return over(strangers.count(network, 1, settings.stranger()));
    }

    /** Whether {@code who}, a person or a network, has guessed too often; when to come again. */
    public Optional<Duration> ofGuesses(Object who) {
        return over(guesses.look(who, GUESSES));
    }

    /** Counts that {@code who}, a person or a network, had something wrong that one has to know. */
    public void guessed(Object who) {
        guesses.count(who, 1, GUESSES);
    }

    private static int weight(boolean changes) {
        return changes ? CHANGE : 1;
    }

    private static Optional<Duration> over(Windows.Left left) {
        return left.isWithin() ? Optional.empty() : Optional.of(Duration.ofSeconds(left.seconds()));
    }
}
