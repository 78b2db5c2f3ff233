package io.larkdesk.core.budget;

/** What a counted call is for; decides whether the reserve may be used. */
public enum CallPurpose {
    /** A MessageReminder: never from the reserve. */
    REMINDER,
    /** News of an Emergency: from the reserve, if need be. */
    EMERGENCY,
    /** Looking into a tenant's Lark set-up, at somebody's first sign-in or asked for by somebody: from the reserve, if need be. */
    SETUP,
    /** Looking into it because a day has passed: never from the reserve. */
    PREFLIGHT,
    /** An operational notice: never from the reserve. */
    NOTICE
}
