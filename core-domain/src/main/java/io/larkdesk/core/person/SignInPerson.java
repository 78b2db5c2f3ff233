package io.larkdesk.core.person;

import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.Organisations;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets a person in whom Lark vouches for: makes or updates the {@link Person}, opens a {@link Session}, and has the person join what
 * everybody of the tenant is in. A person of another organisation than the tenant's is refused; the tenant's key is asked of Lark
 * once, at the first sign-in.
 */
@Singleton
public final class SignInPerson {

    /** Within which an attempt has to end: as long as Lark's code is valid. */
    public static final Duration ATTEMPT_LASTS = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final Tenants tenants;
    private final Sessions sessions;
    private final Secrets secrets;
    private final SignIn signIn;
    private final Organisations organisations;
    private final AdmitPerson admit;

    /** Takes its collaborators. */
    @Inject
    public SignInPerson(
            Transactions transactions,
            Tenants tenants,
            Sessions sessions,
            Secrets secrets,
            SignIn signIn,
            Organisations organisations,
            AdmitPerson admit) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.sessions = sessions;
        this.secrets = secrets;
        this.signIn = signIn;
        this.organisations = organisations;
        this.admit = admit;
    }

    /**
     * What the browser brought back from Lark.
     *
     * @param tenant whose app it went through
     * @param callback the address it came back to
     * @param attempt the state of this browser's attempt; it ends here, however this ends
     * @param code Lark's code
     * @param codeVerifier the secret of this browser's attempt
     * @param language preferred by the browser; used for a person seen for the first time
     */
    public record Command(
            TenantId tenant, URI callback, TokenHash attempt, String code, String codeVerifier, Language language) {}

    /** How it ended. */
    public sealed interface Result {}

    /**
     * The person is in.
     *
     * @param person who it is
     * @param session the new session's token, shown once
     */
    public record SignedIn(Person person, SessionToken session) implements Result {}

    /**
     * Lark refused, or could not be asked.
     *
     * @param why the kind of refusal
     * @param reason for the operator's log
     */
    public record Refused(SignIn.Why why, String reason) implements Result {}

    /** The tenant is not in service. */
    public record NotInService() implements Result {}

    /** Lark knows the person, but as one of another organisation. */
    public record OtherOrganisation() implements Result {}

    /** Asks Lark, then stores; Lark is not called inside the transaction. */
    public Result execute(Command command) {
        Tenant tenant = tenants.get(command.tenant());
        if (!tenant.isInService()) {
            return new NotInService();
        }
        if (!end(command)) {
            return new Refused(SignIn.Why.STALE, "the attempt has ended already");
        }
        LarkApp app = tenant.larkApp(secrets);
        SignIn.Answer answer = signIn.identify(app, command.callback(), command.code(), command.codeVerifier());
        if (answer instanceof SignIn.Refused refused) {
            return new Refused(refused.why(), refused.reason());
        }
        Profile profile = ((SignIn.Identified) answer).profile();
        Optional<String> expected = tenant.tenantKey().or(() -> learnTenantKey(tenant, app));
        if (expected.isEmpty()) {
            return new Refused(SignIn.Why.UNREACHABLE, "Lark did not say which organisation the app belongs to");
        }
        if (!expected.get().equals(profile.tenantKey())) {
            return new OtherOrganisation();
        }
        return transactions.inTransaction(
                now -> tenants.hold(tenant.id()).appId().equals(tenant.appId())
                        ? admit.execute(tenant.id(), profile, command.language(), now)
                        : new Refused(SignIn.Why.STALE, "the organisation has changed to another app meanwhile"));
    }

    private boolean end(Command command) {
        return transactions.inTransaction(
                now -> sessions.endAttempt(command.tenant(), command.attempt(), now.plus(ATTEMPT_LASTS)));
    }

    private Optional<String> learnTenantKey(Tenant tenant, LarkApp app) {
        if (organisations.lookUp(app) instanceof Organisations.Known known) {
            return Optional.of(transactions.inTransaction(now -> {
                Tenant current = tenants.lock(tenant.id());
                if (current.tenantKey().isEmpty()) {
                    tenants.save(current.withTenantKey(known.tenantKey()));
                }
                return current.tenantKey().orElse(known.tenantKey());
            }));
        }
        return Optional.empty();
    }
}
