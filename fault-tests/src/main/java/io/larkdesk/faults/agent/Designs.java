package io.larkdesk.faults.agent;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;

import java.time.Instant;
import java.util.UUID;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/** How the classes of the service are changed to keep to a {@link Design}. */
final class Designs {

    private static final String TRANSACTION = "io.larkdesk.persistence.jdbi.RunningTransaction";
    private static final String BULKHEAD = "io.larkdesk.app.limits.Bulkhead";

    private Designs() {}

    static AgentBuilder apply(AgentBuilder builder, Design design) {
        return switch (design) {
            case NEW_UUID_PER_TRY -> change(builder, "io.larkdesk.lark.CardMessage", isConstructor(), NewUuid.class);
            case NODE_CLOCK -> change(builder, TRANSACTION, isConstructor(), NodeClock.class);
            case WINDOW_FROM_CLAIM ->
                change(builder, "io.larkdesk.core.reminder.Permit$Held", named("acknowledged"), WindowFromClaim.class);
            case RESULT_BEFORE_SEND ->
                change(builder, Place.DELIVER.type(), named(Place.DELIVER.method()), ResultBeforeSend.class);
            case ANSWER_BEFORE_COMMIT ->
                change(
                        change(builder, TRANSACTION, named("commit"), CommitLater.class),
                        TRANSACTION,
                        named("close"),
                        CloseLater.class);
            case NUMBER_BEFORE_LOCK ->
                change(builder, "org.postgresql.jdbc.PgConnection", named("prepareStatement"), NumberBeforeLock.class);
            case PLACES_WITHOUT_LIMIT -> change(builder, BULKHEAD, isConstructor(), PlacesWithoutLimit.class);
            case PLACES_WITHOUT_SHARES -> change(builder, BULKHEAD, isConstructor(), PlacesWithoutShares.class);
        };
    }

    private static AgentBuilder change(
            AgentBuilder builder, String type, ElementMatcher<? super MethodDescription> method, Class<?> advice) {
        return builder.type(named(type))
                .transform((changed, description, loader, module, domain) ->
                        changed.visit(Advice.to(advice).on(method)));
    }

    private static final class NewUuid {

        @Advice.OnMethodEnter
        @SuppressWarnings("UnusedVariable")
        static void entered(@Advice.Argument(value = 1, readOnly = false) UUID uuid) {
            uuid = UUID.randomUUID();
        }
    }

    private static final class NodeClock {

        @Advice.OnMethodEnter
        @SuppressWarnings("UnusedVariable")
        static void entered(@Advice.Argument(value = 1, readOnly = false) Instant now) {
            now = Hooks.nodeTime();
        }
    }

    private static final class WindowFromClaim {

        @Advice.OnMethodEnter
        @SuppressWarnings("UnusedVariable")
        static void entered(
                @Advice.Argument(value = 0, readOnly = false) Instant now,
                @Advice.FieldValue("takenAt") Instant takenAt) {
            now = takenAt;
        }
    }

    private static final class ResultBeforeSend {

        @Advice.OnMethodEnter
        static void entered(@Advice.FieldValue("settle") Object settle, @Advice.Argument(0) Object claim) {
            Hooks.settleFirst(settle, claim);
        }
    }

    private static final class CommitLater {

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean entered(
                @Advice.This Object transaction,
                @Advice.FieldValue("handle") Object handle,
                @Advice.FieldValue("failure") @Nullable Object failure) {
            return Hooks.commitLater(transaction, handle, failure);
        }
    }

    private static final class CloseLater {

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean entered(@Advice.This Object transaction) {
            return Hooks.closesLater(transaction);
        }
    }

    private static final class NumberBeforeLock {

        @Advice.OnMethodEnter
        @SuppressWarnings("UnusedVariable")
        static void entered(@Advice.Argument(value = 0, readOnly = false) String sql) {
            sql = Hooks.numberedBeforeLock(sql);
        }
    }

    private static final class PlacesWithoutLimit {

        @Advice.OnMethodEnter
        @SuppressWarnings("UnusedVariable")
        static void entered(
                @Advice.Argument(value = 0, readOnly = false) int places,
                @Advice.Argument(value = 1, readOnly = false) int share) {
            places = 1_000_000;
            share = 1_000_000;
        }
    }

    private static final class PlacesWithoutShares {

        @Advice.OnMethodEnter
        @SuppressWarnings("UnusedVariable")
        static void entered(@Advice.Argument(0) int places, @Advice.Argument(value = 1, readOnly = false) int share) {
            share = places;
        }
    }
}
