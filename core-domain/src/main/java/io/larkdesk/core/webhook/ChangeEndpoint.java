package io.larkdesk.core.webhook;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** An administrator gives an endpoint another secret, has it told nothing for a while, goes on, or tries it. */
@Singleton
public final class ChangeEndpoint {

    private final Transactions transactions;
    private final StaffAdministrators administrators;
    private final Webhooks webhooks;
    private final Secrets secrets;
    private final Randomness randomness;
    private final RecordEndpoint record;

    /** Takes its collaborators. */
    @Inject
    public ChangeEndpoint(
            Transactions transactions,
            StaffAdministrators administrators,
            Webhooks webhooks,
            Secrets secrets,
            Randomness randomness,
            RecordEndpoint record) {
        this.transactions = transactions;
        this.administrators = administrators;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.randomness = randomness;
        this.record = record;
    }

    /**
     * What is wanted.
     *
     * @param administrator who wants it
     * @param endpoint of which endpoint
     * @param what what
     */
    public record Command(PersonId administrator, EndpointId endpoint, What what) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(administrator, "administrator");
            Objects.requireNonNull(endpoint, "endpoint");
            Objects.requireNonNull(what, "what");
        }
    }

    /** What can be done. */
    public enum What {
        /** Another secret; the one before signs too for {@link Endpoint#OVERLAP}. */
        ROTATE,
        /** It is told nothing; what was on its way is dropped. */
        STOP,
        /** It is told again, of what happens from now on. */
        RESUME,
        /** It is told of nothing, as a test; also if it is stopped nothing else arrives. */
        TEST
    }

    /**
     * It is done.
     *
     * @param secret the new one, told once, if there is one
     */
    public record Done(Optional<SigningSecret> secret) {

        /** Refuses null. */
        public Done {
            Objects.requireNonNull(secret, "secret");
        }
    }

    /** Does it; empty if there is no such endpoint for the person. */
    public Optional<Done> execute(Command command) {
        return transactions.inTransaction(now -> Optional.of(command.administrator())
                .filter(administrators::include)
                .flatMap(administrator -> webhooks.lockEndpoint(administrator.tenant(), command.endpoint()))
                .map(endpoint -> {
                    Done done = change(endpoint, command.what(), now);
                    record.changed(command);
                    return done;
                }));
    }

    private Done change(Endpoint endpoint, What what, Instant now) {
        return switch (what) {
            case ROTATE -> {
                SigningSecret secret = SigningSecret.issue(randomness);
                webhooks.save(endpoint.rotated(secrets.seal(endpoint.provider(), secret.toSeal()), now));
                yield new Done(Optional.of(secret));
            }
            case STOP -> {
                webhooks.save(endpoint.stopped(now));
                webhooks.stopAll(endpoint.provider(), endpoint.id());
                yield new Done(Optional.empty());
            }
            case RESUME -> {
                webhooks.save(endpoint.resumed());
                yield new Done(Optional.empty());
            }
            case TEST -> {
                webhooks.save(Delivery.of(
                        new EventId(randomness.uuid()), endpoint, EventType.WEBHOOK_TEST, Optional.empty(), now));
                yield new Done(Optional.empty());
            }
        };
    }
}
