package io.larkdesk.app.web;

/** In which order the filters see a request; they see the answer the other way round. Micronaut counts metrics at 9000 and minds CORS at 9250. */
final class FilterOrder {

    static final int REQUEST_ID = -1_000;
    static final int SCOPE = -950;
    static final int HEADERS = -900;
    static final int ORIGIN = 9_100;
    static final int LIMITS = 9_200;
    static final int FENCE = 38_800;
    static final int CSRF = 38_900;
    static final int ADMISSION = 38_950;
    static final int VISITOR = 39_000;

    private FilterOrder() {}
}
