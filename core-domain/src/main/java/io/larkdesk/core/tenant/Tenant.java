package io.larkdesk.core.tenant;

import java.util.Objects;
import java.util.Optional;

/**
 * A customer organisation with its Lark app, or the provider itself, which is configured like one.
 *
 * @param id identifies it
 * @param kind customer or provider
 * @param organisation the organisation's name, as its people know it
 * @param appId its Lark custom app; unique in the deployment
 * @param brand the platform of that app
 * @param secret the app's secret, sealed
 * @param edition the organisation's edition of Lark
 * @param allowance how many counted Lark calls a month the desk may make for it
 * @param plan its support plan; empty for the provider
 * @param state how far it has come
 * @param tenantKey the key by which Lark knows the organisation, once learned; a person with another key is not of this tenant
 * @param joinsAtSignIn whether its people become members of its service group at their first sign-in; otherwise an invite brings them
 */
public record Tenant(
        TenantId id,
        Kind kind,
        String organisation,
        AppId appId,
        Brand brand,
        SealedSecret secret,
        Edition edition,
        Allowance allowance,
        Optional<PlanName> plan,
        TenantState state,
        Optional<String> tenantKey,
        boolean joinsAtSignIn) {

    /** The two sorts of organisation that bring a Lark app. */
    public enum Kind {
        /** An organisation that gets support. */
        CUSTOMER,
        /** The one company that gives it. */
        PROVIDER
    }

    /** Refuses null, and a blank organisation name. */
    public Tenant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        if (organisation.isBlank()) {
            throw new IllegalArgumentException("organisation is blank");
        }
        Objects.requireNonNull(appId, "appId");
        Objects.requireNonNull(brand, "brand");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(allowance, "allowance");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(tenantKey, "tenantKey");
    }

    /** A tenant whose people join at their first sign-in, as they do unless it says otherwise. */
    public Tenant(
            TenantId id,
            Kind kind,
            String organisation,
            AppId appId,
            Brand brand,
            SealedSecret secret,
            Edition edition,
            Allowance allowance,
            Optional<PlanName> plan,
            TenantState state,
            Optional<String> tenantKey) {
        this(id, kind, organisation, appId, brand, secret, edition, allowance, plan, state, tenantKey, true);
    }

    /** Whether it is the provider. */
    public boolean isProvider() {
        return kind == Kind.PROVIDER;
    }

    /** Whether its people may use the desk and be reminded. */
    public boolean isInService() {
        return state == TenantState.ACTIVE;
    }

    /**
     * The same tenant in state {@code next}.
     *
     * @throws IllegalStateException if the provider may not move it there from where it is
     */
    public Tenant become(TenantState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("a tenant that is " + state + " cannot become " + next);
        }
        return new Tenant(
                id, kind, organisation, appId, brand, secret, edition, allowance, plan, next, tenantKey, joinsAtSignIn);
    }

    /** The same tenant, called {@code name}. */
    public Tenant called(String name) {
        return new Tenant(
                id, kind, name, appId, brand, secret, edition, allowance, plan, state, tenantKey, joinsAtSignIn);
    }

    /** The same tenant, with another secret of its Lark app. */
    public Tenant withSecret(SealedSecret other) {
        return new Tenant(
                id, kind, organisation, appId, brand, other, edition, allowance, plan, state, tenantKey, joinsAtSignIn);
    }

    /** The same tenant, with another Lark app of the same organisation on the same platform. */
    public Tenant withApp(AppId other, SealedSecret itsSecret) {
        return new Tenant(
                id,
                kind,
                organisation,
                other,
                brand,
                itsSecret,
                edition,
                allowance,
                plan,
                state,
                tenantKey,
                joinsAtSignIn);
    }

    /** What is agreed of its calls. */
    public CallTerms terms() {
        return new CallTerms(edition, allowance);
    }

    /** The same tenant, with another edition of Lark and another allowance. */
    public Tenant with(Edition otherEdition, Allowance otherAllowance) {
        return new Tenant(
                id,
                kind,
                organisation,
                appId,
                brand,
                secret,
                otherEdition,
                otherAllowance,
                plan,
                state,
                tenantKey,
                joinsAtSignIn);
    }

    /** The same tenant, known to Lark by {@code key}. */
    public Tenant withTenantKey(String key) {
        return new Tenant(
                id,
                kind,
                organisation,
                appId,
                brand,
                secret,
                edition,
                allowance,
                plan,
                state,
                Optional.of(key),
                joinsAtSignIn);
    }

    /** Its Lark app, with the secret opened by {@code secrets}. */
    public LarkApp larkApp(Secrets secrets) {
        return new LarkApp(id, brand, appId, secrets.open(id, secret));
    }
}
