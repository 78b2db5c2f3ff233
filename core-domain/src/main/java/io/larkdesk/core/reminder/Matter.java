package io.larkdesk.core.reminder;

import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Severity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What a mention is about, as things stand when the reminder is put into words. */
public sealed interface Matter {

    /** The answer of the one function that fits. */
    <R> R fold(
            Function<? super Said, ? extends R> said,
            Function<? super Assigned, ? extends R> assigned,
            Function<? super Hurried, ? extends R> hurried,
            Function<? super Resolved, ? extends R> resolved,
            Function<? super Changed, ? extends R> changed);

    /** What the recipient is to hurry with, if it is that; comes before all else that is said with it. */
    default Optional<Hurried> hurried() {
        return fold(
                said -> Optional.empty(),
                assigned -> Optional.empty(),
                Optional::of,
                resolved -> Optional.empty(),
                changed -> Optional.empty());
    }

    /**
     * Something was said; there is no more to it than the excerpt.
     *
     * @param beside the first file beside it, where nothing was said but names
     */
    record Said(Optional<Beside> beside) implements Matter {

        /** Nothing beside the excerpt. */
        static final Said NO_MORE = new Said(Optional.empty());

        /** Refuses null. */
        public Said {
            Objects.requireNonNull(beside, "beside");
        }

        @Override
        public <R> R fold(
                Function<? super Said, ? extends R> said,
                Function<? super Assigned, ? extends R> assigned,
                Function<? super Hurried, ? extends R> hurried,
                Function<? super Resolved, ? extends R> resolved,
                Function<? super Changed, ? extends R> changed) {
            return said.apply(this);
        }
    }

    /**
     * The recipient has a ticket that was somebody else's, or nobody's, before.
     *
     * @param ticket which
     * @param why the recipient
     */
    record Assigned(AboutTicket ticket, Why why) implements Matter {

        /** Refuses null. */
        public Assigned {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R fold(
                Function<? super Said, ? extends R> said,
                Function<? super Assigned, ? extends R> assigned,
                Function<? super Hurried, ? extends R> hurried,
                Function<? super Resolved, ? extends R> resolved,
                Function<? super Changed, ? extends R> changed) {
            return assigned.apply(this);
        }
    }

    /**
     * A customer pressed Reminder.
     *
     * @param ticket on which ticket
     * @param lastReplyAt when the service team said something in the ticket's group, the last time; empty if it never did
     */
    record Hurried(AboutTicket ticket, Optional<Instant> lastReplyAt) implements Matter {

        /** Refuses null. */
        public Hurried {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(lastReplyAt, "lastReplyAt");
        }

        @Override
        public <R> R fold(
                Function<? super Said, ? extends R> said,
                Function<? super Assigned, ? extends R> assigned,
                Function<? super Hurried, ? extends R> hurried,
                Function<? super Resolved, ? extends R> resolved,
                Function<? super Changed, ? extends R> changed) {
            return hurried.apply(this);
        }
    }

    /**
     * The recipient's ticket is resolved, and waits for the recipient's word.
     *
     * @param ticket which
     * @param word what was done, cut to {@value MessageReminder.Item#LONGEST_EXCERPT} characters
     */
    record Resolved(AboutTicket ticket, String word) implements Matter {

        /** Refuses null. */
        public Resolved {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(word, "word");
        }

        @Override
        public <R> R fold(
                Function<? super Said, ? extends R> said,
                Function<? super Assigned, ? extends R> assigned,
                Function<? super Hurried, ? extends R> hurried,
                Function<? super Resolved, ? extends R> resolved,
                Function<? super Changed, ? extends R> changed) {
            return resolved.apply(this);
        }
    }

    /**
     * The recipient's ticket is no longer what it was.
     *
     * @param ticket which
     * @param how it changed
     */
    record Changed(AboutTicket ticket, How how) implements Matter {

        /** Refuses null. */
        public Changed {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(how, "how");
        }

        @Override
        public <R> R fold(
                Function<? super Said, ? extends R> said,
                Function<? super Assigned, ? extends R> assigned,
                Function<? super Hurried, ? extends R> hurried,
                Function<? super Resolved, ? extends R> resolved,
                Function<? super Changed, ? extends R> changed) {
            return changed.apply(this);
        }
    }

    /**
     * A file beside what was said.
     *
     * @param isPicture whether it is shown as a picture
     * @param name what it is called
     */
    record Beside(boolean isPicture, String name) {

        /** Refuses null. */
        public Beside {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * A ticket as a reminder tells of it.
     *
     * @param number its number
     * @param title its title
     * @param severity how much it hurts
     * @param product to which product it belongs, if that is known
     * @param organisation the customer's name
     * @param opener the name of who opened it
     * @param openedAt when
     */
    record AboutTicket(
            TicketNumber number,
            String title,
            Severity severity,
            Optional<Product> product,
            String organisation,
            String opener,
            Instant openedAt) {

        /** Refuses null. */
        public AboutTicket {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(product, "product");
            Objects.requireNonNull(organisation, "organisation");
            Objects.requireNonNull(opener, "opener");
            Objects.requireNonNull(openedAt, "openedAt");
        }
    }

    /** Why somebody was given a ticket. */
    enum Why {
        /** An engineer on duty, still, and nobody else on duty had fewer open tickets. */
        ON_DUTY,
        /** The same, but the duty is over since. */
        WAS_ON_DUTY,
        /** The TAM, because no engineer was on duty. */
        NOBODY_ON_DUTY,
        /** The author of the line gave it. */
        GIVEN
    }

    /** How a ticket of the recipient's changed; the author of the line did it. */
    enum How {
        /** The service team waits for the recipient's answer. */
        AWAITING_CUSTOMER,
        /** On the customer's side it is the recipient's from now on. */
        HANDED_OVER,
        /** It was not solved after all, and is the recipient's to solve. */
        REOPENED,
        /** It is more or less severe than before. */
        SEVERITY_CHANGED
    }
}
