package io.larkdesk.sandbox.internal.pages;

import io.larkdesk.sandbox.internal.http.Request;
import java.util.Optional;

/** The cookie by which a browser is a person of an app; there is one for each app. */
public final class ChosenPerson {

    private static final String PREFIX = "lark_sandbox_";

    private ChosenPerson() {}

    public static Optional<String> of(Request request, String appId) {
        return request.cookie(name(appId)).filter(openId -> openId.matches("[A-Za-z0-9_-]+"));
    }

    static String name(String appId) {
        return PREFIX + appId;
    }

    static String cookie(String appId, String openId) {
        return name(appId) + "=" + openId + "; Path=/; SameSite=Lax";
    }

    static String noCookie(String appId) {
        return name(appId) + "=; Path=/; Max-Age=0; SameSite=Lax";
    }
}
