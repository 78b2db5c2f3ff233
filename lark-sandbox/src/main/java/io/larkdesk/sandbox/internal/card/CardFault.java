package io.larkdesk.sandbox.internal.card;

/** A card that Lark would not draw, with the number that Lark gives for it. */
public final class CardFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    public CardFault(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** As the message service words it. */
    public String ext() {
        return "Failed to create card content, ext=ErrCode: " + code + "; ErrMsg: " + getMessage() + "; ";
    }
}
