package io.larkdesk.app.console;

import io.larkdesk.app.web.Addresses;
import java.util.Locale;

/** A part of the console, in the order in which they are listed. */
public enum Section {
    /** What cannot wait. */
    EMERGENCIES("siren"),
    /** Who is on duty when. */
    ROSTER("cal"),
    /** Who does what. */
    STAFF("users");

    /** Where staff begin. */
    static final Section FIRST = EMERGENCIES;

    private final String icon;

    Section(String icon) {
        this.icon = icon;
    }

    /** The name of its icon. */
    public String icon() {
        return icon;
    }

    /** The end of the keys of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its address. */
    public String path() {
        return Addresses.CONSOLE + "/" + key();
    }
}
