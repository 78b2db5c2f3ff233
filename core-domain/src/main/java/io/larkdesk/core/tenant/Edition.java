package io.larkdesk.core.tenant;

/** The organisation's edition of Lark, which sets how many counted calls a month Lark allows. */
public enum Edition {
    /** 10,000 counted calls a month over all custom apps of the organisation. */
    FREE,
    /** No monthly limit. */
    PAID
}
