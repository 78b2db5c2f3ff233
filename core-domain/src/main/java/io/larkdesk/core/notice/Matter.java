package io.larkdesk.core.notice;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.clock.Alert;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.onboarding.Drift;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.roster.Gap;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What a notice tells. */
public sealed interface Matter {

    /** Applies the function for the kind of matter that this is. */
    <R> R fold(
            Function<Unstaffed, R> unstaffed,
            Function<Drifted, R> drifted,
            Function<Activated, R> activated,
            Function<Tightened, R> tightened,
            Function<Due, R> due,
            Function<Leaving, R> leaving);

    /** The customer that it is about, if it is about one. */
    Optional<TenantId> customer();

    /** Whether {@code person} may read it: staff, and a customer's own people that the customer is in service. */
    default boolean isFor(Person person) {
        return person.role().isPresent();
    }

    /**
     * Nobody will be on duty.
     *
     * @param gaps when, by role, then by time; at least one
     * @param horizon how far could be seen; a gap that ends then goes on perhaps
     */
    record Unstaffed(List<Gap> gaps, Instant horizon) implements Matter {

        /** Copies the list; refuses none. */
        public Unstaffed {
            gaps = List.copyOf(gaps);
            Objects.requireNonNull(horizon, "horizon");
            if (gaps.isEmpty()) {
                throw new IllegalArgumentException("gaps is empty");
            }
        }

        @Override
        public Optional<TenantId> customer() {
            return Optional.empty();
        }

        @Override
        public <R> R fold(
                Function<Unstaffed, R> unstaffed,
                Function<Drifted, R> drifted,
                Function<Activated, R> activated,
                Function<Tightened, R> tightened,
                Function<Due, R> due,
                Function<Leaving, R> leaving) {
            return unstaffed.apply(this);
        }
    }

    /**
     * A customer's Lark app is not as it was.
     *
     * @param drift whose, and what
     */
    record Drifted(Drift drift) implements Matter {

        /** Refuses null. */
        public Drifted {
            Objects.requireNonNull(drift, "drift");
        }

        @Override
        public Optional<TenantId> customer() {
            return Optional.of(drift.tenant());
        }

        @Override
        public <R> R fold(
                Function<Unstaffed, R> unstaffed,
                Function<Drifted, R> drifted,
                Function<Activated, R> activated,
                Function<Tightened, R> tightened,
                Function<Due, R> due,
                Function<Leaving, R> leaving) {
            return drifted.apply(this);
        }
    }

    /**
     * A customer came into service.
     *
     * @param tenant which
     */
    record Activated(TenantId tenant) implements Matter {

        /** Refuses null. */
        public Activated {
            Objects.requireNonNull(tenant, "tenant");
        }

        @Override
        public Optional<TenantId> customer() {
            return Optional.of(tenant);
        }

        @Override
        public boolean isFor(Person person) {
            return person.role().isPresent() || person.id().tenant().equals(tenant);
        }

        @Override
        public <R> R fold(
                Function<Unstaffed, R> unstaffed,
                Function<Drifted, R> drifted,
                Function<Activated, R> activated,
                Function<Tightened, R> tightened,
                Function<Due, R> due,
                Function<Leaving, R> leaving) {
            return activated.apply(this);
        }
    }

    /**
     * A customer's budget of calls came to a tighter step than any before in the month.
     *
     * @param tenant whose
     * @param step how its people are reminded from now on
     */
    record Tightened(TenantId tenant, BudgetPolicy.Step step) implements Matter {

        /** Refuses null. */
        public Tightened {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(step, "step");
        }

        @Override
        public Optional<TenantId> customer() {
            return Optional.of(tenant);
        }

        @Override
        public <R> R fold(
                Function<Unstaffed, R> unstaffed,
                Function<Drifted, R> drifted,
                Function<Activated, R> activated,
                Function<Tightened, R> tightened,
                Function<Due, R> due,
                Function<Leaving, R> leaving) {
            return tightened.apply(this);
        }
    }

    /**
     * Something that was promised of a ticket is due soon, or was due.
     *
     * @param ticket which
     * @param number what people call it by
     * @param alert what there is to tell
     * @param at when it is due, or was; empty if its clock stands still by now
     */
    record Due(GroupId ticket, TicketNumber number, Alert alert, Optional<Instant> at) implements Matter {

        /** Refuses null. */
        public Due {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(alert, "alert");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Optional<TenantId> customer() {
            return Optional.of(ticket.tenant());
        }

        @Override
        public <R> R fold(
                Function<Unstaffed, R> unstaffed,
                Function<Drifted, R> drifted,
                Function<Activated, R> activated,
                Function<Tightened, R> tightened,
                Function<Due, R> due,
                Function<Leaving, R> leaving) {
            return due.apply(this);
        }
    }

    /**
     * A customer is to be deleted, or is not to be after all.
     *
     * @param tenant which
     * @param at when it is to be; empty if it is not
     */
    record Leaving(TenantId tenant, Optional<Instant> at) implements Matter {

        /** Refuses null. */
        public Leaving {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Optional<TenantId> customer() {
            return Optional.of(tenant);
        }

        @Override
        public <R> R fold(
                Function<Unstaffed, R> unstaffed,
                Function<Drifted, R> drifted,
                Function<Activated, R> activated,
                Function<Tightened, R> tightened,
                Function<Due, R> due,
                Function<Leaving, R> leaving) {
            return leaving.apply(this);
        }
    }
}
