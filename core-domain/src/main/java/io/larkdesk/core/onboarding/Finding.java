package io.larkdesk.core.onboarding;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that a Preflight found. A check that looks at several things, as at each redirect URL, has a finding for each.
 *
 * @param check what was looked at
 * @param verdict how it is
 * @param what what exactly, for the words of a page
 * @param expected how it ought to be; empty where there is no such text
 * @param found how it is; empty where there is no such text
 * @param since since when, if that is known
 */
public record Finding(Check check, Verdict verdict, What what, String expected, String found, Optional<Instant> since) {

    /** The things that are looked at, in the order in which they are told. */
    public enum Check {
        /** App ID and App Secret. */
        CREDENTIALS,
        /** Whether the app lives on the platform that was said. */
        BRAND,
        /** The organisation's name. */
        ORGANISATION,
        /** Whether the app is switched on. */
        ENABLED,
        /** Whether a version is released, and whether a newer one waits. */
        VERSION,
        /** The feature Bot. */
        BOT,
        /** The feature Web app. */
        WEB_APP,
        /** The web app's home pages. */
        HOME_PAGE,
        /** The redirect URLs, one by one. */
        REDIRECT_URLS,
        /** The scopes, one by one. */
        SCOPES,
        /** Who may use the app. */
        AVAILABILITY,
        /** The H5 trusted domain, which Lark gives no way to read. */
        TRUSTED_DOMAIN
    }

    /** How it is. */
    public enum Verdict {
        /** As it ought to be. */
        PASSED,
        /** Not as it ought to be. */
        FAILED,
        /** Nobody can tell. */
        NOT_CHECKABLE
    }

    /** What exactly was found. */
    public enum What {
        /** It is as it ought to be. */
        AS_EXPECTED,

        /** Lark refuses the App Secret. */
        SECRET_REFUSED,
        /** Lark knows no such App ID. */
        UNKNOWN_APP,
        /** Lark refuses App ID and App Secret, and does not say which of them is wrong. */
        CREDENTIALS_REFUSED,
        /** The app lives on the other platform. */
        OTHER_BRAND,
        /** Lark calls the organisation otherwise. */
        OTHER_NAME,

        /** The app is switched off. */
        DISABLED,
        /** Nobody has switched the app on yet. */
        NOT_ENABLED,
        /** The app's list of allowed addresses keeps the desk out. */
        ADDRESS_REFUSED,
        /** No version was ever released. */
        NOT_RELEASED,
        /** A newer version waits; what is changed in it does not hold yet. */
        NEWER_WAITS,
        /** The feature is off. */
        OFF,

        /** It is not there. */
        MISSING,
        /** Asked for, and not approved yet. */
        NOT_APPROVED,
        /** The address with a space before or after it. */
        EXTRA_SPACE,
        /** The address with a slash too many. */
        EXTRA_SLASH,
        /** The address with http in the place of https, or the other way round. */
        OTHER_SCHEME,
        /** The address on another host. */
        OTHER_HOST,
        /** The address with something else where the App ID belongs. */
        OTHER_APP,
        /** The address, and in the same line what stands before or after it. */
        RUN_TOGETHER,
        /** Another address altogether. */
        OTHER_ADDRESS,
        /** Not needed by the desk, and no harm. */
        NOT_NEEDED,

        /** Some persons, departments and groups, how many of each is found, with spaces between; others see nothing of the desk. */
        SOME,
        /** Nobody at all. */
        NOBODY,

        /** Proven by somebody's sign-in. */
        PROVEN,
        /** The first sign-in will prove it. */
        NOT_PROVEN_YET,

        /** Another finding has to be mended first. */
        BLOCKED,
        /** A scope that it takes to look is not granted. */
        SCOPE_NEEDED,
        /** The month's calls do not allow to look. */
        OUT_OF_BUDGET,
        /** Lark did not answer. */
        UNREACHABLE
    }

    private static final int LONGEST = 2_000;
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    /** Refuses null; keeps 2,000 characters of each text, and puts a mark in the place of what cannot be shown. */
    public Finding {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(since, "since");
        expected = shown(expected);
        found = shown(found);
    }

    static String shown(String text) {
        String part = text.substring(0, Math.min(text.length(), LONGEST));
        return NOT_SHOWN.matcher(part).replaceAll("\uFFFD");
    }

    static Finding passed(Check check, What what, String expected, String found) {
        return new Finding(check, Verdict.PASSED, what, expected, found, Optional.empty());
    }

    static Finding passed(Check check, String asExpected) {
        return passed(check, What.AS_EXPECTED, asExpected, asExpected);
    }

    static Finding failed(Check check, What what, String expected, String found) {
        return new Finding(check, Verdict.FAILED, what, expected, found, Optional.empty());
    }

    static Finding notCheckable(Check check, What why) {
        return new Finding(check, Verdict.NOT_CHECKABLE, why, "", "", Optional.empty());
    }
}
