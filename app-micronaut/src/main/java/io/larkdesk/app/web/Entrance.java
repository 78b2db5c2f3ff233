package io.larkdesk.app.web;

import io.larkdesk.app.page.Notice;
import io.larkdesk.core.tenant.Tenant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Whether people may come in through a Lark app. */
public sealed interface Entrance {

    /** The answer of the one function that fits. */
    <T> T fold(Function<? super Tenant, ? extends T> open, Function<? super Closed, ? extends T> closed);

    /**
     * They may.
     *
     * @param tenant whose app it is, in service
     */
    record Open(Tenant tenant) implements Entrance {

        /** Refuses null. */
        public Open {
            Objects.requireNonNull(tenant, "tenant");
        }

        @Override
        public <T> T fold(Function<? super Tenant, ? extends T> open, Function<? super Closed, ? extends T> closed) {
            return open.apply(tenant);
        }
    }

    /**
     * They may not.
     *
     * @param notice what they are told
     * @param words what the notice names
     */
    record Closed(Notice notice, Map<String, String> words) implements Entrance {

        /** Copies the words. */
        public Closed {
            Objects.requireNonNull(notice, "notice");
            words = Map.copyOf(words);
        }

        @Override
        public <T> T fold(Function<? super Tenant, ? extends T> open, Function<? super Closed, ? extends T> closed) {
            return closed.apply(this);
        }
    }
}
