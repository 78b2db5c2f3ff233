package io.larkdesk.app.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.larkdesk.core.webhook.ClaimDeliveries.Claim;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is told: what happened, and where to ask for more. No words of anybody are in it.
 *
 * @param type what happened
 * @param timestamp when
 * @param data to what
 */
record EventBody(String type, String timestamp, Data data) {

    /**
     * To what it happened.
     *
     * @param tenant whose ticket
     * @param ticket its number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(@Nullable UUID tenant, @Nullable Long ticket) {}

    static EventBody of(Claim claim) {
        return new EventBody(
                claim.delivery().type().text(),
                claim.delivery().at().toString(),
                new Data(
                        claim.delivery()
                                .ticket()
                                .map(ticket -> ticket.tenant().value())
                                .orElse(null),
                        claim.number().map(number -> number.value()).orElse(null)));
    }
}
