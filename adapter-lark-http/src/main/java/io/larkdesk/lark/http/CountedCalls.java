package io.larkdesk.lark.http;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.CallMeter;
import io.larkdesk.lark.CallMeter.Charge;
import io.larkdesk.lark.LarkCodes;
import io.larkdesk.lark.LarkError;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.LarkResult.Failure;
import io.larkdesk.lark.http.HttpLark.Api;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes calls that need an app token and are counted. Each request is announced to the meter. */
final class CountedCalls {

    private static final System.Logger LOG = System.getLogger(CountedCalls.class.getName());
    private static final int REFUSED = 400;
    private static final String NOT_COUNTED = "the call could not be counted";

    /** What is true of the app and not only of its token. */
    private static final Set<Kind> TRUE_OF_APP =
            EnumSet.of(Kind.CREDENTIALS_INVALID, Kind.APP_DISABLED, Kind.RATE_LIMITED);

    private final Wire wire;
    private final AppTokens tokens;
    private final CallMeter meter;
    private final Rests rests;

    private record Ended<T>(Reply reply, LarkResult<T> result) {}

    CountedCalls(Wire wire, AppTokens tokens, CallMeter meter, Rests rests) {
        this.wire = wire;
        this.tokens = tokens;
        this.meter = meter;
        this.rests = rests;
    }

    /**
     * Makes the call. Does it once more with another token if Lark does not take the one at hand, and a harmless one if the connection
     * is lost, as happens to those that have been idle. While Lark wants the app to wait with this API, nothing is asked.
     */
    <T> LarkResult<T> make(
            Api api, LarkApp app, CallPurpose purpose, Deadline deadline, Function<AppToken, LarkCall<T>> callWith) {
        Optional<LarkError> rest = rests.find(app, api);
        if (rest.isPresent()) {
            return new Failure<>(rest.get());
        }
        return withToken(app, deadline, token -> {
            LarkCall<T> call = callWith.apply(token);
            Ended<T> first = once(api, app, purpose, deadline, call);
            if (first.reply().isTokenRefused()) {
                LOG.log(Level.INFO, "Lark does not take the token of app {0} any more; another is fetched", app.id());
                tokens.drop(app, token);
            } else if (!first.reply().isLost() || !call.harmless()) {
                return first.result();
            }
            return deadline.hasPassed()
                    ? first.result()
                    : withToken(app, deadline, another -> once(api, app, purpose, deadline, callWith.apply(another))
                            .result());
        });
    }

    private <T> LarkResult<T> withToken(LarkApp app, Deadline deadline, Function<AppToken, LarkResult<T>> use) {
        return tokens.get(app, deadline).fold(use, error -> new Failure<>(noToken(error)), Errors::notSent);
    }

    private static LarkError noToken(LarkError error) {
        return TRUE_OF_APP.contains(error.kind())
                ? error
                : new LarkError(Kind.NOT_SENT, error.code(), error.message(), error.requestId(), Duration.ZERO);
    }

    private <T> Ended<T> once(Api api, LarkApp app, CallPurpose purpose, Deadline deadline, LarkCall<T> call) {
        if (deadline.hasPassed()) {
            return new Ended<>(NoAnswer.notSent("no time left"), Errors.notSent("no time left"));
        }
        Optional<Charge> charge;
        try {
            charge = meter.take(app.tenant(), purpose);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a call of app " + app.id() + " could not be counted, and is not made", e);
            return new Ended<>(NoAnswer.notSent(NOT_COUNTED), Errors.notSent(NOT_COUNTED));
        }
        if (charge.isEmpty()) {
            String why = "the tenant's budget does not allow the call";
            return new Ended<>(NoAnswer.notSent(why), Errors.own(Kind.METER_REFUSED, why));
        }
        Reply reply = wire.ask(call.request(), deadline);
        LarkResult<T> result = call.result(reply);
        settle(app, charge.get(), reply, result);
        rests.note(app, api, result);
        return new Ended<>(reply, result);
    }

    /** What the meter throws does not make a known outcome unknown; the call then stays counted. */
    private static void settle(LarkApp app, Charge charge, Reply reply, LarkResult<?> result) {
        try {
            if (reply.<Boolean>fold(answer -> answer.has(LarkCodes.QUOTA), none -> false)) {
                charge.exhaust();
            } else if (isNotCounted(reply, result)) {
                charge.giveBack();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a call of app " + app.id() + " stays counted", e);
        }
    }

    private static boolean isNotCounted(Reply reply, LarkResult<?> result) {
        boolean failed = result.<Boolean>fold(value -> false, error -> true, why -> false);
        return failed && reply.<Boolean>fold(answer -> answer.status() >= REFUSED, none -> true);
    }
}
