package io.larkdesk.sandbox.internal.card;

/** A card that Lark would not accept, with the number that Lark gives for it. */
public final class CardFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;

    public CardFault(int code, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    /** As the message service words it. */
    public String ext() {
        return "Failed to create card content, ext=ErrCode: " + code + "; ErrMsg: " + reason + "; ";
    }
}
