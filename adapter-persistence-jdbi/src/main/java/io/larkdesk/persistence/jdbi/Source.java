package io.larkdesk.persistence.jdbi;

/** Which of two rows is meant. */
enum Source {
    /** What holds. */
    DESK,
    /** What the operator said last. */
    FILE
}
