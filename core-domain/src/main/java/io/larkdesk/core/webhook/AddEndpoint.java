package io.larkdesk.core.webhook;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An administrator says which of the provider's systems is told of what. Its secret is told once. */
@Singleton
public final class AddEndpoint {

    private final Transactions transactions;
    private final StaffAdministrators administrators;
    private final Webhooks webhooks;
    private final Secrets secrets;
    private final WebhookPolicy policy;
    private final Randomness randomness;
    private final RecordEndpoint record;

    /** Takes its collaborators. */
    @Inject
    public AddEndpoint(
            Transactions transactions,
            StaffAdministrators administrators,
            Webhooks webhooks,
            Secrets secrets,
            WebhookPolicy policy,
            Randomness randomness,
            RecordEndpoint record) {
        this.transactions = transactions;
        this.administrators = administrators;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.policy = policy;
        this.randomness = randomness;
        this.record = record;
    }

    /**
     * What is wanted.
     *
     * @param administrator who wants it
     * @param url where the system is
     * @param types of what it is told; at least one
     */
    public record Command(PersonId administrator, EndpointUrl url, Set<EventType> types) {

        /** Copies the set; refuses no type. */
        public Command {
            Objects.requireNonNull(administrator, "administrator");
            Objects.requireNonNull(url, "url");
            types = Set.copyOf(types);
            if (types.isEmpty()) {
                throw new IllegalArgumentException("types is empty");
            }
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * It is told from now on.
     *
     * @param endpoint the system
     * @param secret told once
     */
    public record Added(Endpoint endpoint, SigningSecret secret) implements Result {

        /** Refuses null. */
        public Added {
            Objects.requireNonNull(endpoint, "endpoint");
            Objects.requireNonNull(secret, "secret");
        }
    }

    /** An address must be by https. */
    public record NotSecure() implements Result {}

    /** There are as many as there may be. */
    public record TooMany() implements Result {}

    /** The person is no administrator. */
    public record NotAllowed() implements Result {}

    /** Adds it. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            if (!administrators.include(command.administrator())) {
                return new NotAllowed();
            }
            if (!policy.allows(command.url())) {
                return new NotSecure();
            }
            if (webhooks.listEndpoints(command.administrator().tenant()).size() >= Endpoint.MOST) {
                return new TooMany();
            }
            SigningSecret secret = SigningSecret.issue(randomness);
            Endpoint endpoint = new Endpoint(
                    new EndpointId(randomness.uuid()),
                    command.administrator().tenant(),
                    command.url(),
                    command.types(),
                    secrets.seal(command.administrator().tenant(), secret.toSeal()),
                    Optional.empty(),
                    now,
                    Optional.empty());
            webhooks.save(endpoint);
            record.added(command.administrator(), endpoint);
            return new Added(endpoint, secret);
        });
    }
}
