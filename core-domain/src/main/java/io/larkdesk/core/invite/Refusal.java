package io.larkdesk.core.invite;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Why a link lets somebody in no further. Who made the link is told only to people of the same organisation. */
public sealed interface Refusal {

    /** The answer of the one function that fits. */
    <T> T fold(Cases<T> cases);

    /**
     * One function for each refusal.
     *
     * @param <T> what they answer
     */
    interface Cases<T> {

        /** Nobody issued such a code. */
        T unknown();

        /** The link is another organisation's. */
        T otherOrganisation();

        /** The person is in the group. */
        T alreadyIn(AlreadyIn refusal);

        /** The group's ticket is closed. */
        T closed(Closed refusal);

        /** Somebody withdrew the link. */
        T revoked(Revoked refusal);

        /** The link's time is over. */
        T expired(Expired refusal);

        /** As many as may have joined by it. */
        T usedUp(UsedUp refusal);

        /** The person was removed from the group after the link was made. */
        T removedSince(RemovedSince refusal);
    }

    /** Nobody issued such a code. */
    record Unknown() implements Refusal {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknown();
        }
    }

    /** The link is another organisation's: nothing more is said to the person. */
    record OtherOrganisation() implements Refusal {

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.otherOrganisation();
        }
    }

    /**
     * The person is in the group, by this link or otherwise; whatever has become of the link.
     *
     * @param group which group
     */
    record AlreadyIn(GroupId group) implements Refusal {

        /** Refuses null. */
        public AlreadyIn {
            Objects.requireNonNull(group, "group");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.alreadyIn(this);
        }
    }

    /**
     * The group's ticket is closed, and nobody comes into its group any more; whatever has become of the link.
     *
     * @param serviceGroup the service group from which the ticket was opened; empty if the person is not in that
     */
    record Closed(Optional<GroupId> serviceGroup) implements Refusal {

        /** Refuses null. */
        public Closed {
            Objects.requireNonNull(serviceGroup, "serviceGroup");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.closed(this);
        }
    }

    /**
     * Somebody withdrew the link, or who made it is not in the group any more.
     *
     * @param inviter who made it
     */
    record Revoked(Optional<Person> inviter) implements Refusal {

        /** Refuses null. */
        public Revoked {
            Objects.requireNonNull(inviter, "inviter");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.revoked(this);
        }
    }

    /**
     * The link's time is over.
     *
     * @param inviter who made it
     * @param at since when
     */
    record Expired(Optional<Person> inviter, Instant at) implements Refusal {

        /** Refuses null. */
        public Expired {
            Objects.requireNonNull(inviter, "inviter");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.expired(this);
        }
    }

    /**
     * As many as may have joined by it.
     *
     * @param inviter who made it
     */
    record UsedUp(Optional<Person> inviter) implements Refusal {

        /** Refuses null. */
        public UsedUp {
            Objects.requireNonNull(inviter, "inviter");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.usedUp(this);
        }
    }

    /**
     * The person was removed from the group after the link was made: only a link made since then brings the person back.
     *
     * @param inviter who made it
     */
    record RemovedSince(Optional<Person> inviter) implements Refusal {

        /** Refuses null. */
        public RemovedSince {
            Objects.requireNonNull(inviter, "inviter");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.removedSince(this);
        }
    }
}
