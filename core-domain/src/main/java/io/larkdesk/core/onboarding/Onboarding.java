package io.larkdesk.core.onboarding;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A customer on the way into service. The tenant itself is there once its Lark app is known.
 *
 * @param tenant the tenant that it becomes
 * @param organisation what the organisation is called
 * @param plan the support plan that it has bought
 * @param tam who brings it in, and looks after it then
 * @param said the steps of which somebody has said that they are done
 * @param link for the customer's administrator, if one was made and not revoked
 * @param startedAt since when
 * @param activatedAt when it came into service; empty until then
 */
public record Onboarding(
        TenantId tenant,
        OrganisationName organisation,
        PlanName plan,
        PersonId tam,
        Set<GuideStep> said,
        Optional<GuideLink> link,
        Instant startedAt,
        Optional<Instant> activatedAt) {

    /** Copies the set. */
    public Onboarding {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(tam, "tam");
        said = Set.copyOf(said);
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(activatedAt, "activatedAt");
    }

    /** Whether it is over, because the customer is in service. */
    public boolean isOver() {
        return activatedAt.isPresent();
    }

    Onboarding called(OrganisationName name) {
        return new Onboarding(tenant, name, plan, tam, said, link, startedAt, activatedAt);
    }

    Onboarding say(GuideStep step, boolean done) {
        Set<GuideStep> steps = EnumSet.noneOf(GuideStep.class);
        steps.addAll(said);
        if (done) {
            steps.add(step);
        } else {
            steps.remove(step);
        }
        return new Onboarding(tenant, organisation, plan, tam, steps, link, startedAt, activatedAt);
    }

    Onboarding withLink(Optional<GuideLink> other) {
        return new Onboarding(tenant, organisation, plan, tam, said, other, startedAt, activatedAt);
    }

    Onboarding activated(Instant now) {
        return new Onboarding(tenant, organisation, plan, tam, said, link, startedAt, Optional.of(now));
    }
}
