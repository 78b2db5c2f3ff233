package io.larkdesk.core.audit;

import java.util.regex.Pattern;

/**
 * From where something was done.
 *
 * @param address the network address that asked, as text
 * @param request the request's name in the log
 */
public record Origin(String address, String request) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z:.%_-]{1,64}");
    private static final Pattern REQUEST = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /** Refuses what is neither. */
    public Origin {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("address is none: " + address);
        }
        if (!REQUEST.matcher(request).matches()) {
            throw new IllegalArgumentException("request is none: " + request);
        }
    }

    /** Whether {@code text} can be a network address. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
