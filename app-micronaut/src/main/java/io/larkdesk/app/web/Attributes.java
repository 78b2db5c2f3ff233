package io.larkdesk.app.web;

/** What is noted on a request while it passes. */
final class Attributes {

    /** Who is signed in and may be here: a {@link Visitor}. */
    static final String VISITOR = "io.larkdesk.visitor";

    /** How the person who is signed in reads, wherever the person may be: a {@link io.larkdesk.app.page.Viewer}. */
    static final String VIEWER = "io.larkdesk.viewer";

    /** The request's name in the log. */
    static final String REQUEST_ID = "io.larkdesk.request";

    private Attributes() {}
}
