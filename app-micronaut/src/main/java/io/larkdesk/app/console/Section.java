package io.larkdesk.app.console;

import io.larkdesk.app.web.Addresses;
import io.larkdesk.core.person.StaffRole;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A part of the console, in the order in which they are listed. */
public enum Section {
    /** The work. */
    QUEUE("list"),
    /** What cannot wait. */
    EMERGENCIES("siren"),
    /** The customers. */
    TENANTS("board"),
    /** Who is on duty when. */
    ROSTER("cal"),
    /** What the customers' Lark calls come to. */
    BUDGETS("gauge"),
    /** What became of mentions. */
    REMINDERS("bell"),
    /** What is promised to customers. */
    PLANS("flag"),
    /** What is answered again and again. */
    ANSWERS("chat"),
    /** What came of it all. */
    REPORTS("bars"),
    /** What was done. */
    AUDIT("file"),
    /** How their own systems come in. */
    API("lock"),
    /** What they are told of. */
    WEBHOOKS("send"),
    /** Who does what. */
    STAFF("users");

    private final String icon;

    Section(String icon) {
        this.icon = icon;
    }

    /** Whether somebody with {@code role} finds anything there. */
    public boolean isFor(StaffRole role) {
        return switch (this) {
            case TENANTS, BUDGETS, REMINDERS, REPORTS -> role != StaffRole.ENGINEER;
            case API, AUDIT -> role == StaffRole.ADMIN || role == StaffRole.TAM;
            case WEBHOOKS -> role == StaffRole.ADMIN;
            case QUEUE, EMERGENCIES, ROSTER, PLANS, ANSWERS, STAFF -> true;
        };
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

    /** The parts for somebody with {@code role}. */
    public static List<Section> allFor(StaffRole role) {
        return Arrays.stream(values()).filter(section -> section.isFor(role)).toList();
    }
}
