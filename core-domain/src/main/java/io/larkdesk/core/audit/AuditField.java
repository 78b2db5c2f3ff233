package io.larkdesk.core.audit;

/** Of what the audit log has the value before and after. The names are part of what is hashed: none is ever renamed. */
public enum AuditField {
    /** What something is called. */
    NAME,
    /** The role of one of the staff. */
    ROLE,
    /** The App ID of a Lark app. */
    APP_ID,
    /** The App Secret of a Lark app; never itself. */
    APP_SECRET,
    /** Another secret; never itself. */
    SECRET,
    /** Lark or Feishu. */
    BRAND,
    /** The edition of Lark. */
    EDITION,
    /** How many Lark calls a month are allowed. */
    ALLOWANCE,
    /** How far something has come. */
    STATE,
    /** The support plan. */
    PLAN,
    /** Who looks after a customer. */
    TAM,
    /** Whether people join the service group at their first sign-in. */
    JOINS_AT_SIGN_IN,
    /** A step of the guide that somebody said is done. */
    STEPS,
    /** Checks that failed. */
    FAILED_CHECKS,
    /** The end of something that lasts. */
    UNTIL,
    /** The beginning of something that lasts. */
    FROM,
    /** Who is on duty, away, or who comes and goes. */
    PERSON,
    /** What was done to a ticket. */
    DEED,
    /** Who has a ticket. */
    ENGINEER,
    /** How severe a ticket is. */
    SEVERITY,
    /** How many may use something. */
    USES,
    /** Levels that are paged one after the other. */
    LEVELS,
    /** How many entries, rows or lines. */
    COUNT,
    /** What a token may do. */
    SCOPES,
    /** To what a webhook listens. */
    EVENTS,
    /** As which file something was taken away. */
    FORMAT,
    /** How long an answer to a Reminder may take. */
    REPLY,
    /** How long the first answer may take, the least severe tickets first. */
    RESPONSE,
    /** How long a solution may take, the least severe tickets first. */
    RESOLUTION,
    /** How long people are left alone after a MessageReminder. */
    REMINDER_WINDOW,
    /** A time zone. */
    ZONE,
    /** How long is worked on each weekday, Monday first. */
    WORKED,
    /** How many days are free all the same. */
    HOLIDAYS,
    /** How many characters a text has. */
    LENGTH,
    /** Whether a customer is deleted without that anything was taken along. */
    WITHOUT_EXPORT,
    /** How many people. */
    PEOPLE,
    /** How many tickets. */
    TICKETS,
    /** How many messages. */
    MESSAGES,
    /** How many files. */
    FILES,
    /** The hash of the last entry of a book. */
    LAST_HASH,
    /** The token for the interface for machines by which a system did it in the person's name. */
    TOKEN,
    /** Whether what waited behind the fence is sent. */
    SENT,
    /** Whether links of before a backup was restored work on. */
    LINKS_KEPT,
    /** Whether tokens of before a backup was restored work on. */
    TOKENS_KEPT
}
