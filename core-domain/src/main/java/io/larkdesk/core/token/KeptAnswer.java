package io.larkdesk.core.token;

import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What was answered to a request that may be tried again.
 *
 * @param place whose request, and under which key
 * @param request what it asked for
 * @param at when it was answered
 * @param answer the answer
 */
public record KeptAnswer(Place place, RequestHash request, Instant at, Answer answer) {

    /** How long answers are kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** Refuses null. */
    public KeptAnswer {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(answer, "answer");
    }

    /** Whether it is forgotten at {@code now}. */
    boolean isOverAt(Instant now) {
        return !now.isBefore(at.plus(KEPT));
    }

    /**
     * Where an answer is kept.
     *
     * @param provider whose token
     * @param token which token
     * @param key what the token's system calls the request
     */
    public record Place(TenantId provider, TokenId token, IdempotencyKey key) {

        /** Refuses null. */
        public Place {
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(key, "key");
        }
    }

    /**
     * An answer.
     *
     * @param status its number
     * @param body what it says
     * @param location where that is found, if that is told
     */
    public record Answer(int status, String body, Optional<String> location) {

        /** Refuses null. */
        public Answer {
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(location, "location");
        }

        /** Whether something was done. */
        boolean isSuccess() {
            return status / 100 == 2;
        }
    }
}
