package io.larkdesk.core.onboarding;

import io.larkdesk.core.onboarding.AppAnswer.Inspected;
import io.larkdesk.core.onboarding.AppAnswer.Refusal;
import io.larkdesk.core.onboarding.AppAnswer.Refused;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.Verdict;
import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checks of a tenant's Lark configuration, and what each of them found.
 *
 * @param tenant whose
 * @param at when
 * @param asker who asked for it; empty if nobody did, but the day
 * @param calls how many counted calls it took
 * @param findings at least one for each check, in the order of the checks
 */
public record Preflight(TenantId tenant, Instant at, Optional<PersonId> asker, int calls, List<Finding> findings) {

    /** What Lark's answers say for the whole. */
    public enum Outcome {
        /** All that can be read is as it ought to be. */
        PASSED,
        /** Something is not. */
        FAILED,
        /** Nothing is known to be wrong, but not everything could be read. */
        UNDECIDED
    }

    /** Refuses null, and a negative number of calls; copies the list. */
    public Preflight {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(asker, "asker");
        if (calls < 0) {
            throw new IllegalArgumentException("calls is negative: " + calls);
        }
        findings = List.copyOf(findings);
    }

    /**
     * Decides what Lark's answer means.
     *
     * @param tenant as it is configured here
     * @param addresses what ought to be configured there
     * @param answer what Lark said
     * @param signedIn whether anybody of the tenant has ever signed in
     */
    public static List<Finding> decide(Tenant tenant, AppAddresses addresses, AppAnswer answer, boolean signedIn) {
        Stream<Finding> looked = answer instanceof Inspected inspected
                ? Comparison.of(tenant, addresses, inspected.facts()).stream()
                : refused(tenant, ((Refused) answer).refusal());
        return Stream.concat(looked, Stream.of(trustedDomain(addresses, signedIn)))
                .toList();
    }

    private static Stream<Finding> refused(Tenant tenant, Refusal refusal) {
        Finding brand = Finding.passed(Check.BRAND, tenant.brand().name());
        Finding credentials = Finding.passed(Check.CREDENTIALS, tenant.appId().value());
        return switch (refusal) {
            case SECRET_REFUSED -> only(refusedCredentials(tenant, What.SECRET_REFUSED), What.BLOCKED);
            case UNKNOWN_APP -> only(refusedCredentials(tenant, What.UNKNOWN_APP), What.BLOCKED);
            case CREDENTIALS_REFUSED -> only(refusedCredentials(tenant, What.CREDENTIALS_REFUSED), What.BLOCKED);
            case UNREACHABLE -> only(Finding.notCheckable(Check.CREDENTIALS, What.UNREACHABLE), What.UNREACHABLE);
            case OTHER_BRAND ->
                only(
                        List.of(
                                credentials,
                                Finding.failed(
                                        Check.BRAND,
                                        What.OTHER_BRAND,
                                        tenant.brand().name(),
                                        other(tenant.brand()).name())),
                        What.BLOCKED);
            case DISABLED ->
                only(List.of(credentials, brand, Finding.failed(Check.ENABLED, What.DISABLED, "", "")), What.BLOCKED);
            case ADDRESS_REFUSED ->
                only(
                        List.of(credentials, brand, Finding.failed(Check.ENABLED, What.ADDRESS_REFUSED, "", "")),
                        What.BLOCKED);
        };
    }

    private static Finding refusedCredentials(Tenant tenant, What what) {
        return Finding.failed(Check.CREDENTIALS, what, "", tenant.appId().value());
    }

    private static Brand other(Brand brand) {
        return switch (brand) {
            case LARK -> Brand.FEISHU;
            case FEISHU -> Brand.LARK;
        };
    }

    private static Stream<Finding> only(Finding known, What others) {
        return only(List.of(known), others);
    }

    private static Stream<Finding> only(List<Finding> known, What others) {
        return Arrays.stream(Check.values())
                .filter(check -> check != Check.TRUSTED_DOMAIN)
                .map(check -> known.stream()
                        .filter(finding -> finding.check() == check)
                        .findAny()
                        .orElseGet(() -> Finding.notCheckable(check, others)));
    }

    private static Finding trustedDomain(AppAddresses addresses, boolean signedIn) {
        return new Finding(
                Check.TRUSTED_DOMAIN,
                signedIn ? Verdict.PASSED : Verdict.NOT_CHECKABLE,
                signedIn ? What.PROVEN : What.NOT_PROVEN_YET,
                addresses.trustedDomain().toString(),
                "",
                Optional.empty());
    }

    /** The same, by what is known of sign-ins now. */
    Preflight provenBy(AppAddresses addresses, boolean signedIn) {
        return with(trustedDomain(addresses, signedIn));
    }

    /** The same, with {@code other} in the place of the finding of its check. */
    Preflight with(Finding other) {
        return new Preflight(
                tenant,
                at,
                asker,
                calls,
                findings.stream()
                        .map(finding -> finding.check() == other.check() ? other : finding)
                        .toList());
    }

    /** What came of one check: failed if anything about it is wrong, passed if all of it is right. */
    public Verdict verdict(Check check) {
        Set<Verdict> verdicts = findings.stream()
                .filter(finding -> finding.check() == check)
                .map(Finding::verdict)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verdict.class)));
        if (verdicts.contains(Verdict.FAILED)) {
            return Verdict.FAILED;
        }
        return verdicts.equals(EnumSet.of(Verdict.PASSED)) ? Verdict.PASSED : Verdict.NOT_CHECKABLE;
    }

    /** The checks that failed. */
    public Set<Check> failed() {
        return having(Verdict.FAILED);
    }

    private Set<Check> having(Verdict verdict) {
        return Arrays.stream(Check.values())
                .filter(check -> verdict(check) == verdict)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What it says for the whole; the trusted domain, which nobody can read, has no say. */
    public Outcome outcome() {
        if (!failed().isEmpty()) {
            return Outcome.FAILED;
        }
        Set<Check> open = EnumSet.allOf(Check.class);
        open.removeAll(having(Verdict.PASSED));
        open.remove(Check.TRUSTED_DOMAIN);
        return open.isEmpty() ? Outcome.PASSED : Outcome.UNDECIDED;
    }

    /** {@code of}, in the state that this brings it to: only one that is not in service yet is moved, and not by what is undecided. */
    Tenant moved(Tenant of) {
        if (of.state() == TenantState.DRAFT && outcome() == Outcome.PASSED) {
            return of.become(TenantState.VERIFIED);
        }
        return of.state() == TenantState.VERIFIED && outcome() == Outcome.FAILED ? of.become(TenantState.DRAFT) : of;
    }

    /** The checks that fail now and did not in {@code before}; what could not be read then may have passed before that. */
    Set<Check> failingSince(Preflight before) {
        Set<Check> failedBefore = before.failed();
        return failed().stream().filter(check -> !failedBefore.contains(check)).collect(Collectors.toUnmodifiableSet());
    }
}
