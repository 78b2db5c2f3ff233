package io.larkdesk.lark;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What Lark tells an app of one of its versions.
 *
 * @param version its number, such as 1.0.2; may be empty
 * @param publishedAt when it was published, if it was
 * @param bot whether it has the feature Bot
 * @param webApp its feature Web app, if it has that
 * @param visibility who may use it
 */
public record AppVersionInfo(
        String version, Optional<Instant> publishedAt, boolean bot, Optional<WebApp> webApp, Visibility visibility) {

    /** Refuses null. */
    public AppVersionInfo {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(webApp, "webApp");
        Objects.requireNonNull(visibility, "visibility");
    }

    /**
     * The home pages of a web app.
     *
     * @param pcUrl on the desktop; may be empty
     * @param mobileUrl on phones; may be empty
     */
    public record WebApp(String pcUrl, String mobileUrl) {

        /** Refuses null. */
        public WebApp {
            Objects.requireNonNull(pcUrl, "pcUrl");
            Objects.requireNonNull(mobileUrl, "mobileUrl");
        }
    }

    /**
     * Who may use an app.
     *
     * @param all whether all of the organisation may
     * @param openIds otherwise how many persons
     * @param departmentIds and how many departments
     * @param groupIds and how many groups of users
     */
    public record Visibility(boolean all, int openIds, int departmentIds, int groupIds) {}
}
