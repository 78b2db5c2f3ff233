package io.larkdesk.core.onboarding;

import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.tenant.AppId;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what is wrong with an address as somebody copied it into Lark's console.
 *
 * @param expected how it ought to be
 * @param app the App ID in it
 */
record AddressComparison(String expected, AppId app) {

    private static final Pattern PARTS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern APP_ID_OR_ITS_PLACE = Pattern.compile("[A-Za-z0-9_{}<>$%-]+");
    private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final String GOES_ON_WITH = "/?#";

    static AddressComparison with(URI expected, AppId app) {
        return new AddressComparison(expected.toString(), app);
    }

    /** Whether Lark takes {@code found} for the address: what follows {@code ?} or {@code #} does not count. */
    boolean isSame(String found) {
        return withoutQuery(found).equals(expected);
    }

    /** {@link What#AS_EXPECTED} for the address itself, {@link What#OTHER_ADDRESS} for one that has nothing to do with it. */
    What explain(String found) {
        if (found.equals(expected)) {
            return What.AS_EXPECTED;
        }
        if (found.isBlank()) {
            return What.MISSING;
        }
        if (found.strip().equals(expected)) {
            return What.EXTRA_SPACE;
        }
        if (withoutExtraSlashes(found).equals(expected)) {
            return What.EXTRA_SLASH;
        }
        return differentPart(found);
    }

    private What differentPart(String found) {
        Matcher ours = PARTS.matcher(expected);
        Matcher theirs = PARTS.matcher(found);
        if (ours.matches() && theirs.matches() && ours.group(3).equals(theirs.group(3))) {
            boolean sameHost = ours.group(2).equals(theirs.group(2));
            boolean sameScheme = ours.group(1).equals(theirs.group(1).toLowerCase(Locale.ROOT));
            return sameHost && !sameScheme ? What.OTHER_SCHEME : What.OTHER_HOST;
        }
        if (isOfOtherApp(found)) {
            return What.OTHER_APP;
        }
        return isRunTogether(found) ? What.RUN_TOGETHER : What.OTHER_ADDRESS;
    }

    private boolean isOfOtherApp(String found) {
        int begin = expected.indexOf("/lark/" + app) + "/lark/".length();
        String before = expected.substring(0, begin);
        String after = expected.substring(begin + app.value().length());
        return found.length() > before.length() + after.length()
                && found.startsWith(before)
                && found.endsWith(after)
                && APP_ID_OR_ITS_PLACE
                        .matcher(found.substring(before.length(), found.length() - after.length()))
                        .matches();
    }

    /** Whether the whole address stands in it, with something before or after it that is not the rest of a longer path. */
    private boolean isRunTogether(String found) {
        for (int at = found.indexOf(expected); at >= 0; at = found.indexOf(expected, at + 1)) {
            int end = at + expected.length();
            if (end == found.length() || GOES_ON_WITH.indexOf(found.charAt(end)) < 0) {
                return true;
            }
        }
        return false;
    }

    private static String withoutExtraSlashes(String found) {
        int path = found.indexOf("://") + "://".length();
        return path < "://".length()
                ? found
                : found.substring(0, path)
                        + found.substring(path).replaceAll("/+", "/").replaceFirst("/$", "");
    }

    private static String withoutQuery(String address) {
        return QUERY.matcher(address).replaceFirst("");
    }
}
