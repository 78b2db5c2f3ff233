package io.larkdesk.app.web;

import io.larkdesk.app.config.Settings;
import io.micronaut.core.value.MapPropertyResolver;
import java.util.Map;

/** The cookies of a desk that is found somewhere. */
public final class TestCookies {

    private TestCookies() {}

    /** Those of the desk at {@code url}. */
    public static OwnCookies at(String url) {
        return new OwnCookies(Settings.read(new MapPropertyResolver(Map.of("larkdesk.public-url", url))));
    }
}
