package io.larkdesk.sandbox;

import io.larkdesk.sandbox.internal.application.Applications;
import io.larkdesk.sandbox.internal.application.Bots;
import io.larkdesk.sandbox.internal.application.Scopes;
import io.larkdesk.sandbox.internal.application.Tenants;
import io.larkdesk.sandbox.internal.auth.AppCredentials;
import io.larkdesk.sandbox.internal.auth.Authorize;
import io.larkdesk.sandbox.internal.auth.Grants;
import io.larkdesk.sandbox.internal.auth.OauthToken;
import io.larkdesk.sandbox.internal.auth.OlderTokens;
import io.larkdesk.sandbox.internal.auth.Profiles;
import io.larkdesk.sandbox.internal.cardkit.CardEntities;
import io.larkdesk.sandbox.internal.cardkit.CardKit;
import io.larkdesk.sandbox.internal.control.ControlApi;
import io.larkdesk.sandbox.internal.faults.Faults;
import io.larkdesk.sandbox.internal.gate.CallLog;
import io.larkdesk.sandbox.internal.gate.Gate;
import io.larkdesk.sandbox.internal.gate.Quota;
import io.larkdesk.sandbox.internal.gate.RateLimits;
import io.larkdesk.sandbox.internal.gate.Tokens;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.im.CardOfMessage;
import io.larkdesk.sandbox.internal.im.Contents;
import io.larkdesk.sandbox.internal.im.Messages;
import io.larkdesk.sandbox.internal.im.PatchMessage;
import io.larkdesk.sandbox.internal.im.SendMessage;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.pages.Pages;
import io.larkdesk.sandbox.internal.platform.Brand;
import io.larkdesk.sandbox.internal.platform.Names;
import io.larkdesk.sandbox.internal.platform.Platform;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.util.List;

/** Puts the parts together and hands each request to the one that serves it. */
final class Assembly {

    /** Under this, the paths are Feishu's; without it, Lark's. */
    static final String FEISHU = "/feishu";

    private final Names names;
    private final Gate gate;
    private final ControlApi control;
    private final Pages pages;
    private volatile String baseUrl = "";

    Assembly(PlatformClock clock, Names names) {
        this.names = names;
        Platform platform = new Platform(names);
        Tokens tokens = new Tokens(clock, names);
        RateLimits limits = new RateLimits(clock);
        Quota quota = new Quota(clock);
        CallLog log = new CallLog();
        Faults faults = new Faults();
        Messages messages = new Messages(clock);
        gate = new Gate(platform, tokens, clock, limits, quota, log, faults);
        openAuthentication(platform, tokens, new Grants(clock, names), clock);
        openMessaging(platform, messages, new CardEntities(clock, names), limits, clock);
        gate.open(new Applications(platform, () -> baseUrl).endpoints());
        gate.open(new Scopes().endpoints());
        gate.open(List.of(new Tenants(() -> baseUrl).endpoint(), new Bots(() -> baseUrl).endpoint()));
        control = new ControlApi(platform, names, clock, messages, log, quota, faults);
        pages = new Pages(platform, messages, quota);
    }

    private void openAuthentication(Platform platform, Tokens tokens, Grants grants, PlatformClock clock) {
        Profiles profiles = new Profiles(platform, () -> baseUrl);
        gate.open(new AppCredentials(platform, tokens, clock).endpoints());
        gate.open(new Authorize(platform, grants).endpoints());
        gate.open(new OlderTokens(platform, grants, tokens, profiles).endpoints());
        gate.open(List.of(new OauthToken(platform, grants, tokens).endpoint(), profiles.endpoint()));
    }

    private void openMessaging(
            Platform platform, Messages messages, CardEntities entities, RateLimits limits, PlatformClock clock) {
        Contents contents = new Contents(entities);
        gate.open(List.of(
                new SendMessage(platform, messages, contents, limits, names).endpoint(),
                new PatchMessage(messages, contents, limits, clock).endpoint(),
                new CardOfMessage(messages, entities).endpoint()));
        gate.open(new CardKit(entities, limits, messages::cardChanged).endpoints());
    }

    void reachableAt(String url) {
        baseUrl = url;
    }

    String logId() {
        return names.hex(32);
    }

    Reply answer(Request request) {
        String path = request.path();
        if (path.startsWith(FEISHU + "/open-apis/")) {
            return gate.answer(request.withPath(path.substring(FEISHU.length())), Brand.FEISHU);
        }
        if (path.startsWith("/open-apis/")) {
            return gate.answer(request, Brand.LARK);
        }
        if (control.serves(path)) {
            return control.answer(request);
        }
        return pages.answer(request)
                .orElseGet(() -> Reply.json(404, Json.object().put("error", "there is nothing at " + path)));
    }
}
