package io.larkdesk.sandbox.internal.gate;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.sandbox.internal.faults.Fault;
import io.larkdesk.sandbox.internal.faults.Faults;
import io.larkdesk.sandbox.internal.gate.Tokens.Token;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.http.Routes;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Brand;
import io.larkdesk.sandbox.internal.platform.Platform;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets API calls in, in this order: fault, path, token, app, address, frequency, quota, scope. Lark does not publish
 * its own order.
 */
public final class Gate {

    private final Platform platform;
    private final Credentials credentials;
    private final RateLimits limits;
    private final Quota quota;
    private final CallLog log;
    private final Faults faults;
    private final Routes<Endpoint> routes = new Routes<>();

    public Gate(
            Platform platform,
            Tokens tokens,
            PlatformClock clock,
            RateLimits limits,
            Quota quota,
            CallLog log,
            Faults faults) {
        this.platform = platform;
        this.credentials = new Credentials(tokens, clock);
        this.limits = limits;
        this.quota = quota;
        this.log = log;
        this.faults = faults;
    }

    public void open(List<Endpoint> endpoints) {
        endpoints.forEach(endpoint -> routes.add(endpoint.method(), endpoint.path(), endpoint));
    }

    /** Answers a call under {@code /open-apis}. */
    public Reply answer(Request request, Brand base) {
        String appId = callingApp(request).orElse(CallLog.NOBODY);
        Optional<Fault> fault = faults.next(request.path(), appId);
        if (fault.isPresent() && fault.get().strikesBefore()) {
            return fault.get().shape(Reply.lost());
        }
        Reply reply = routes.find(request.method(), request.path())
                .map(match -> answer(match, request, base, appId, fault))
                .orElseGet(() -> unknown(request).reply(request.logId()));
        return fault.map(f -> f.shape(reply)).orElse(reply);
    }

    private Reply answer(
            Routes.Match<Endpoint> match, Request request, Brand base, String appId, Optional<Fault> fault) {
        Endpoint endpoint = match.target();
        Optional<Reply> refusedByFault = fault.flatMap(f -> f.refusal(request.logId()));
        if (refusedByFault.isPresent()) {
            Reply reply = refusedByFault.get();
            log.note(
                    appId,
                    endpoint,
                    reply.isSuccess() && !endpoint.counted(),
                    fault.orElseThrow().code());
            return reply;
        }
        try {
            Reply reply = admit(match, request, base);
            log.note(appId, endpoint, reply.isSuccess() || reply.status() == 302, 0);
            return reply;
        } catch (Refusal refusal) {
            Reply reply = refusal.reply(request.logId());
            log.note(appId, endpoint, reply.isSuccess(), refusal.code());
            return reply;
        }
    }

    private Reply admit(Routes.Match<Endpoint> match, Request request, Brand base) {
        Endpoint endpoint = match.target();
        if (endpoint.access() == Access.OPEN) {
            callingApp(request)
                    .flatMap(platform::app)
                    .filter(app -> app.settings().rateLimits())
                    .ifPresent(app -> limits.take(app.id(), endpoint.path(), endpoint.tier()));
            return endpoint.handler().answer(new Call(request, base, match.path(), Optional.empty(), Optional.empty()));
        }
        Token token = credentials.demand(request, endpoint.access());
        App app = platform.app(token.appId()).orElseThrow();
        check(app, endpoint, request);
        Call call = new Call(request, base, match.path(), Optional.of(app), token.openId());
        return endpoint.counted() ? counted(endpoint, call) : admitted(endpoint, call);
    }

    private void check(App app, Endpoint endpoint, Request request) {
        if (!app.settings().enabled()) {
            throw Refusal.badRequest(99991662, "The app is disabled in this tenant");
        }
        List<String> ips = app.settings().allowedIps();
        if (!ips.isEmpty() && !ips.contains(request.remoteAddress())) {
            throw Refusal.badRequest(
                    99991401, "The request IP " + request.remoteAddress() + " is not in the app's IP allow list");
        }
        if (app.settings().rateLimits()) {
            limits.take(app.id(), endpoint.method() + " " + endpoint.path(), endpoint.tier());
        }
    }

    /** The call is taken out of the quota first, so that no two of them share the last one, and given back on failure. */
    private Reply counted(Endpoint endpoint, Call call) {
        quota.take(call.app().organisation());
        boolean counts = false;
        try {
            Reply reply = admitted(endpoint, call);
            counts = reply.isSuccess();
            return reply;
        } catch (Refusal refusal) {
            counts = refusal.isSuccessStatus();
            throw refusal;
        } finally {
            if (!counts) {
                quota.giveBack(call.app().organisation());
            }
        }
    }

    private static Reply admitted(Endpoint endpoint, Call call) {
        App app = call.app();
        if (!endpoint.anyOf().isEmpty() && endpoint.anyOf().stream().noneMatch(app::isGranted)) {
            throw ScopeRefusal.of(app, endpoint.anyOf());
        }
        return endpoint.handler().answer(call);
    }

    private Optional<String> callingApp(Request request) {
        return credentials.peek(request).map(Token::appId).or(() -> namedApp(request));
    }

    /** The app that a call without a token names: in the query, the form or the JSON body. */
    private static Optional<String> namedApp(Request request) {
        Stream<Optional<String>> inQuery = Stream.of("client_id", "app_id").map(request.query()::find);
        Stream<Optional<String>> inForm = request.isForm()
                ? Stream.of(request.form().find("client_id"))
                : request.json().stream()
                        .flatMap(body -> Stream.of("app_id", "client_id").map(body::path))
                        .filter(JsonNode::isTextual)
                        .map(field -> Optional.of(field.textValue()));
        return Stream.concat(inQuery, inForm).flatMap(Optional::stream).findFirst();
    }

    private Refusal unknown(Request request) {
        return routes.knows(request.path())
                ? new Refusal(405, 99991301, "HTTP method " + request.method() + " is not supported here")
                : new Refusal(404, 99991201, "404 page not found: " + request.path());
    }
}
