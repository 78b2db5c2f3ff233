package io.larkdesk.core.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What Lark tells of an app whose App ID and App Secret it takes.
 *
 * @param organisation what Lark calls the organisation
 * @param settings what holds without a release
 * @param released the version in use; empty if none was ever released
 * @param scopes which scopes it has
 */
public record AppFacts(
        Reading<String> organisation,
        Reading<Settings> settings,
        Reading<Optional<Release>> released,
        Reading<Scopes> scopes) {

    /** Refuses null. */
    public AppFacts {
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(released, "released");
        Objects.requireNonNull(scopes, "scopes");
    }

    /** Whether people can use the app. */
    public enum Status {
        /** They can. */
        ENABLED,
        /** Somebody switched it off. */
        DISABLED,
        /** Nobody has switched it on yet. */
        NOT_ENABLED,
        /** Lark does not say. */
        UNKNOWN
    }

    /**
     * What holds without a release.
     *
     * @param name the app's name
     * @param status whether people can use it
     * @param redirectUrls the redirect URLs, each as it stands in the console
     * @param waiting the version that waits to be released, as Lark names it; empty if none does
     */
    public record Settings(String name, Status status, List<String> redirectUrls, Optional<String> waiting) {

        /** Refuses null; copies the list. */
        public Settings {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(waiting, "waiting");
            redirectUrls = List.copyOf(redirectUrls);
        }
    }

    /**
     * The version in use.
     *
     * @param version its number, such as 1.0.2
     * @param since since when, if Lark says so
     * @param bot whether the app has a bot
     * @param webApp its web app, if it has one
     * @param range who may use the app
     */
    public record Release(String version, Optional<Instant> since, boolean bot, Optional<WebApp> webApp, Range range) {

        /** Refuses null. */
        public Release {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(webApp, "webApp");
            Objects.requireNonNull(range, "range");
        }
    }

    /**
     * The home pages of a web app, each as it stands in the console.
     *
     * @param desktop on the desktop; may be empty
     * @param mobile on phones; may be empty
     */
    public record WebApp(String desktop, String mobile) {

        /** Refuses null. */
        public WebApp {
            Objects.requireNonNull(desktop, "desktop");
            Objects.requireNonNull(mobile, "mobile");
        }
    }

    /**
     * Who may use the app.
     *
     * @param everybody whether all of the organisation may
     * @param persons otherwise how many persons
     * @param departments and how many departments
     * @param groups and how many groups of users
     */
    public record Range(boolean everybody, int persons, int departments, int groups) {

        /** Everybody of the organisation. */
        public static final Range EVERYBODY = new Range(true, 0, 0, 0);

        /** Refuses negative numbers. */
        public Range {
            if (persons < 0 || departments < 0 || groups < 0) {
                throw new IllegalArgumentException(
                        "a number is negative: " + persons + ", " + departments + ", " + groups);
            }
        }

        /** Whether nobody at all may. */
        public boolean isNobody() {
            return !everybody && persons + departments + groups == 0;
        }
    }

    /**
     * Which scopes the app has.
     *
     * @param granted those in force
     * @param asked those that the organisation has yet to approve
     */
    public record Scopes(Set<String> granted, Set<String> asked) {

        /** Copies both. */
        public Scopes {
            granted = Set.copyOf(granted);
            asked = Set.copyOf(asked);
        }
    }
}
