package io.larkdesk.app.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What systems send. What is missing is told as such, so nothing is certain to be there. */
final class Sent {

    private Sent() {}

    /**
     * A ticket to be opened.
     *
     * @param title what it is about, in one line of 1 to 120 characters
     * @param description what there is to tell
     * @param severity LOW, NORMAL, HIGH or CRITICAL
     * @param product one of the provider's products, if it belongs to one
     */
    @Schema(name = "NewTicket")
    record NewTicket(
            @Nullable String title,
            @Nullable String description,
            @Nullable String severity,
            @Nullable String product) {}

    /**
     * A change of a ticket; one of {@code state}, {@code severity} and {@code engineer}.
     *
     * @param version the version of the ticket to which this is done
     * @param state IN_PROGRESS, WAITING_FOR_CUSTOMER or RESOLVED
     * @param resolution what was done, where the state is RESOLVED
     * @param severity LOW, NORMAL, HIGH or CRITICAL
     * @param engineer who is to have it, one of the staff
     */
    @Schema(name = "TicketChange")
    record TicketChange(
            @Nullable Long version,
            @Nullable String state,
            @Nullable String resolution,
            @Nullable String severity,
            @Nullable String engineer) {}

    /**
     * Something to be said.
     *
     * @param body 1 to 8,000 characters; {@code <@id>} mentions a member
     */
    @Schema(name = "NewMessage")
    record NewMessage(@Nullable String body) {}

    /**
     * Something to be noted.
     *
     * @param text 1 to 8,000 characters
     */
    @Schema(name = "NewNote")
    record NewNote(@Nullable String text) {}

    /**
     * Somebody to be on duty.
     *
     * @param person who, one of the staff
     * @param role TAM, ENGINEER, DUTY_MANAGER or ADMIN
     * @param from the beginning, with its offset
     * @param until the end, at most 31 days later
     */
    @Schema(name = "NewShift")
    record NewShift(
            @Nullable String person,
            @Nullable String role,
            @Nullable String from,
            @Nullable String until) {}
}
