package io.larkdesk.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of the provider who is signed in and decides after a backup was restored. */
final class Administrator {

    private final Browser browser;

    private Administrator(Browser browser) {
        this.browser = browser;
    }

    static Administrator signIn(List<URI> nodes) throws IOException {
        Administrator administrator = new Administrator(new Browser("ou_ines", nodes));
        administrator.page("/console/queue");
        return administrator;
    }

    /** A page of the console. */
    String page(String path) throws IOException {
        HttpResponse<String> page = browser.open(path);
        if (page.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + page.statusCode() + " " + page.body());
        }
        return page.body();
    }

    /** Lets all go on; what waits is dropped, and links do not work on. */
    void drop() throws IOException {
        lift("drop");
    }

    /** Lets all go on; what waits is sent, as if it had never been. */
    void send() throws IOException {
        lift("send");
    }

    private void lift(String waiting) throws IOException {
        String page = page("/console/fence");
        Map<String, String> form =
                Map.of("waiting", waiting, "raised", found(page, "name=\"raised\" value=\"(\\d+)\""));
        int status = browser.post("/console/fence", form, found(page, "data-csrf=\"([^\"]+)\""))
                .statusCode();
        if (status != 303) {
            throw new IllegalStateException("the fence is not lifted: " + status);
        }
    }

    private static String found(String page, String pattern) {
        Matcher value = Pattern.compile(pattern).matcher(page);
        if (!value.find()) {
            throw new IllegalStateException(page);
        }
        return value.group(1);
    }
}
