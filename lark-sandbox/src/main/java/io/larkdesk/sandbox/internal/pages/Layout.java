package io.larkdesk.sandbox.internal.pages;

import io.larkdesk.sandbox.internal.http.Html;
import io.larkdesk.sandbox.internal.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The frame of every page: its style and script are in the page, so that it needs nothing from anywhere. */
final class Layout {

    private static final String STYLE = resource("sandbox.css");

    private Layout() {}

    static Reply page(int status, String title, String body) {
        return Reply.html(status, """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <link rel="icon" href="data:,">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(Html.escape(title), STYLE, body))
                .with("Referrer-Policy", "no-referrer");
    }

    static String resource(String name) {
        try (InputStream in = Layout.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the sandbox was packaged without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
