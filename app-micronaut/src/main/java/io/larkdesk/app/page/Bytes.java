package io.larkdesk.app.page;

import java.util.Locale;

/** Says sizes of files as people do, in all languages alike: "48 MB", "1.4 MB", "312 kB". */
public final class Bytes {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final int STEP = 1_000;

    private Bytes() {}

    /** At most three digits, rounded, and a unit. */
    public static String say(long bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.round(value) >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        boolean whole = unit == 0 || value >= 9.95 || Math.abs(value - Math.round(value)) < 0.05;
        return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }
}
