package io.larkdesk.app.page;

/** What a page of its own can say. */
public enum Notice {
    /** The person is to sign in. */
    SIGN_IN("signIn", "shield", Tone.CALM, 200, true, false),
    /** The session is over. */
    SIGN_IN_EXPIRED("signInExpired", "clock", Tone.WAIT, 401, true, false),
    /** The person has signed out. */
    SIGNED_OUT("signedOut", "check", Tone.CALM, 200, true, false),
    /** The person said no on Lark's page. */
    SIGN_IN_CANCELLED("signInCancelled", "x", Tone.WAIT, 200, true, false),
    /** The code or the state is used, foreign or older than five minutes. */
    SIGN_IN_STALE("signInStale", "clock", Tone.WAIT, 400, true, false),
    /** Lark refuses to sign anybody in, because of the app's settings. */
    SIGN_IN_REFUSED("signInRefused", "build", Tone.BAD, 502, true, true),
    /** No tenant in service has this App ID, or the person is of another organisation. */
    NOT_SET_UP("notSetUp", "build", Tone.BAD, 404, false, true),
    /** The deployment has no provider yet. */
    CONSOLE_NOT_SET_UP("consoleNotSetUp", "build", Tone.WAIT, 404, false, false),
    /** A link that sets up the provider and is unknown, used or over. */
    SETUP_OVER("setupOver", "link", Tone.WAIT, 410, false, false),
    /** A link to bring a customer into service that is unknown, revoked or over. */
    GUIDE_OVER("guideOver", "link", Tone.WAIT, 410, false, true),
    /** One of the provider's people to whom no administrator has given a role. */
    NO_ROLE("noRole", "shield", Tone.CALM, 403, false, true),
    /** The person is outside the app's availability range. */
    NOT_AVAILABLE("notAvailable", "lock", Tone.BAD, 403, false, true),
    /** The provider has paused the service. */
    PAUSED("paused", "gauge", Tone.WAIT, 403, false, false),
    /** A backup was restored, and nothing is to be changed until an administrator has decided. */
    FENCED("fenced", "gauge", Tone.WAIT, 503, true, false),
    /** Lark does not answer. */
    LARK_SILENT("larkSilent", "off", Tone.WAIT, 503, true, false),
    /** An invite that nobody knows. */
    BROKEN_LINK("brokenLink", "link", Tone.WAIT, 404, true, false),
    /** An invite whose time is over. */
    INVITE_EXPIRED("inviteExpired", "clock", Tone.WAIT, 410, true, true),
    /** An invite that somebody withdrew. */
    INVITE_REVOKED("inviteRevoked", "link", Tone.WAIT, 410, true, true),
    /** An invite by which as many as may have joined. */
    INVITE_USED_UP("inviteUsedUp", "link", Tone.WAIT, 410, true, true),
    /** An invite that was made before the person was removed from the group. */
    INVITE_OUTDATED("inviteOutdated", "lock", Tone.WAIT, 403, true, true),
    /** An invite to the group of a ticket that is closed; leads on if the person is in the service group. */
    INVITE_CLOSED("inviteClosed", "lock", Tone.WAIT, 410, true, false),
    /** An invite of another organisation; names nothing of it. */
    INVITE_FOREIGN("inviteForeign", "lock", Tone.WAIT, 404, true, false),
    /** An invite to a group in which the person is. */
    ALREADY_IN("alreadyIn", "check", Tone.CALM, 200, true, false),
    /** A group that does not exist for the person. */
    NOTHING_HERE("nothingHere", "lock", Tone.CALM, 404, true, false),
    /** A message for the group of a ticket that is closed. */
    TICKET_CLOSED("ticketClosed", "lock", Tone.WAIT, 409, true, false),
    /** A link that somebody wants made into the group of a ticket that is closed. */
    NOBODY_COMES("nobodyComes", "lock", Tone.WAIT, 409, true, false),
    /** An address that leads nowhere. */
    NO_PAGE("noPage", "search", Tone.CALM, 404, true, false),
    /** Something that the role of one of the staff does not allow. */
    NOT_ALLOWED("notAllowed", "lock", Tone.WAIT, 403, true, false),
    /** A form that was sent from elsewhere, or from a page older than the session. */
    FORM_REFUSED("formRefused", "shield", Tone.WAIT, 403, true, false),
    /** An address that cannot be used in this way. */
    WRONG_METHOD("wrongMethod", "warn", Tone.WAIT, 405, true, false),
    /** An answer was wanted in a form that there is not. */
    NOT_ACCEPTABLE("notAcceptable", "warn", Tone.WAIT, 406, true, false),
    /** More was sent than is taken. */
    TOO_LARGE("tooLarge", "warn", Tone.WAIT, 413, true, false),
    /** Something was sent in a form that is not taken. */
    WRONG_TYPE("wrongType", "warn", Tone.WAIT, 415, true, false),
    /** A request that makes no sense. */
    BAD_REQUEST("badRequest", "warn", Tone.WAIT, 400, true, false),
    /** Too many requests. */
    TOO_MANY("tooMany", "clock", Tone.WAIT, 429, true, false),
    /** A file that cannot be read just now, because where its bytes are nobody answers. */
    FILES_AWAY("filesAway", "off", Tone.WAIT, 503, true, false),
    /** As much is going on as we can do at once. */
    BUSY("busy", "clock", Tone.WAIT, 503, true, false),
    /** We failed. */
    ERROR("error", "warn", Tone.BAD, 500, true, false);

    /** How grave it is. */
    enum Tone {
        /** Nothing is wrong. */
        CALM,
        /** Wait, or do it again. */
        WAIT,
        /** Somebody has to mend it. */
        BAD
    }

    private final String key;
    private final String icon;
    private final Tone tone;
    private final int status;
    private final boolean leadsOn;
    private final boolean copyable;

    Notice(String key, String icon, Tone tone, int status, boolean leadsOn, boolean copyable) {
        this.key = key;
        this.icon = icon;
        this.tone = tone;
        this.status = status;
        this.leadsOn = leadsOn;
        this.copyable = copyable;
    }

    /** Begins the keys of its texts. */
    public String key() {
        return key;
    }

    /** The name of its icon. */
    public String icon() {
        return icon;
    }

    /** The class of its icon. */
    public String tone() {
        return switch (tone) {
            case CALM -> "calm";
            case WAIT -> "wait";
            case BAD -> "bad";
        };
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** Whether it has a button that leads on. */
    public boolean leadsOn() {
        return leadsOn;
    }

    /** Whether it has words to copy for somebody who can help. */
    public boolean isCopyable() {
        return copyable;
    }

    /** Whether the page tries again by itself. */
    public boolean triesAgain() {
        return this == LARK_SILENT;
    }
}
