package io.larkdesk.core.tenant;

/** Which of the two platforms a custom app lives on; an app belongs to exactly one. */
public enum Brand {
    /** Lark, the international platform. */
    LARK,
    /** Feishu, the platform in mainland China. */
    FEISHU
}
