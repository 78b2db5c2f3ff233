package io.larkdesk.sandbox.internal.control;

import io.larkdesk.sandbox.internal.faults.Faults;
import io.larkdesk.sandbox.internal.gate.CallLog;
import io.larkdesk.sandbox.internal.gate.Quota;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.http.Routes;
import io.larkdesk.sandbox.internal.im.Messages;
import io.larkdesk.sandbox.internal.platform.Names;
import io.larkdesk.sandbox.internal.platform.Platform;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.util.function.Function;

/** All of the JSON API under {@code /sandbox}. */
public final class ControlApi {

    private final Routes<Function<Request, Reply>> routes;

    public ControlApi(
            Platform platform,
            Names names,
            PlatformClock clock,
            Messages messages,
            CallLog log,
            Quota quota,
            Faults faults) {
        routes = new Routes<>();
        AppsApi apps = new AppsApi(platform, quota);
        routes.add("GET", "/sandbox/apps", apps::list);
        routes.add("POST", "/sandbox/apps", apps::post);
        OrganisationsApi organisations = new OrganisationsApi(platform, quota);
        routes.add("GET", "/sandbox/organisations", organisations::list);
        routes.add("POST", "/sandbox/organisations", organisations::post);
        PeopleApi people = new PeopleApi(platform, names);
        routes.add("GET", "/sandbox/people", people::list);
        routes.add("POST", "/sandbox/people", people::post);
        routes.add("GET", "/sandbox/messages", new MessagesApi(messages)::list);
        routes.add("GET", "/sandbox/calls", new CallsApi(platform, log, quota)::show);
        FaultsApi faultsApi = new FaultsApi(faults);
        routes.add("GET", "/sandbox/faults", faultsApi::list);
        routes.add("POST", "/sandbox/faults", faultsApi::post);
        routes.add("DELETE", "/sandbox/faults", faultsApi::delete);
        ClockApi clockApi = new ClockApi(clock);
        routes.add("GET", "/sandbox/clock", clockApi::show);
        routes.add("POST", "/sandbox/clock", clockApi::advance);
    }

    public boolean serves(String path) {
        return routes.knows(path);
    }

    public Reply answer(Request request) {
        try {
            return routes.find(request.method(), request.path())
                    .map(match -> match.target().apply(request))
                    .orElseGet(() -> new BadField("method", request.method() + " is not known here")
                            .reply()
                            .with("Allow", "GET, POST, DELETE"));
        } catch (BadField e) {
            return e.reply();
        }
    }
}
