package io.larkdesk.core.audit;

/** What the audit log tells of. The names are part of what is hashed: none is ever renamed. */
public enum AuditAction {
    /** The service made the link by which it is set up. */
    SETUP_LINK_ISSUED,
    /** The provider's Lark app was named. */
    PROVIDER_ENTERED,
    /** Lark confirmed the provider's app, and the provider is in service. */
    PROVIDER_CONFIRMED,
    /** Somebody with the set-up link became the first administrator. */
    ADMINISTRATOR_MADE,
    /** The operator's file told what somebody of the staff does. */
    STAFF_REGISTERED,
    /** Somebody got another role, or lost it. */
    ROLE_GIVEN,
    /** One of the staff signed in. */
    SIGNED_IN,
    /** One of the staff signed out. */
    SIGNED_OUT,
    /** A customer began to be brought in. */
    ONBOARDING_STARTED,
    /** A customer that never came into service is not brought in after all. */
    ONBOARDING_GIVEN_UP,
    /** The customer's Lark app was told. */
    APP_ENTERED,
    /** Somebody said that a step of the guide is done, or is not. */
    STEP_SAID,
    /** The customer is called what Lark calls it. */
    NAMED_AS_IN_LARK,
    /** The link for the customer's administrator was made. */
    GUIDE_LINK_ISSUED,
    /** The link for the customer's administrator was taken back. */
    GUIDE_LINK_REVOKED,
    /** The Lark configuration was checked because somebody wanted it. */
    PREFLIGHT_RUN,
    /** The customer came into service. */
    TENANT_ACTIVATED,
    /** The operator's file set the tenant up, or changed it. */
    TENANT_CONFIGURED,
    /** The App Secret was replaced. */
    SECRET_REPLACED,
    /** Another Lark app was named to which the customer is to change. */
    APP_CHANGE_BEGUN,
    /** The customer is not to change to another Lark app after all. */
    APP_CHANGE_GIVEN_UP,
    /** The customer changed to another Lark app. */
    APP_CHANGED,
    /** The customer's service was paused. */
    SERVICE_SUSPENDED,
    /** The customer's service was taken up again. */
    SERVICE_RESUMED,
    /** The customer's allowance of Lark calls, or its edition, was changed. */
    ALLOWANCE_CHANGED,
    /** What a support plan promises was changed. */
    PLAN_CHANGED,
    /** Somebody is to be on duty. */
    SHIFT_PLANNED,
    /** A shift was taken out. */
    SHIFT_CANCELLED,
    /** Somebody took over a shift, or a part of it. */
    SHIFT_COVERED,
    /** Somebody is away. */
    ABSENCE_NOTED,
    /** An absence was taken out. */
    ABSENCE_ENDED,
    /** The service team changed a ticket. */
    TICKET_CHANGED,
    /** Somebody works on an Emergency from now on. */
    EMERGENCY_ACKNOWLEDGED,
    /** Whoever works on an Emergency said so again. */
    EMERGENCY_CONFIRMED,
    /** Somebody else works on an Emergency from now on. */
    EMERGENCY_HANDED_OVER,
    /** An Emergency was ended. */
    EMERGENCY_ENDED,
    /** One of the service team left a group, or was put out. */
    MEMBER_LEFT,
    /** One of the service team made an invite. */
    INVITE_ISSUED,
    /** One of the service team revoked an invite. */
    INVITE_REVOKED,
    /** The audit log was checked. */
    AUDIT_VERIFIED,
    /** The Timelines of a tenant's tickets were checked. */
    TIMELINES_VERIFIED,
    /** The audit log was taken away as a file. */
    AUDIT_EXPORTED,
    /** A token for the interface for machines was made. */
    TOKEN_ISSUED,
    /** A token for the interface for machines was revoked. */
    TOKEN_REVOKED,
    /** A webhook was added or changed. */
    WEBHOOK_CHANGED,
    /** A calendar of working hours was changed. */
    CALENDAR_CHANGED,
    /** A canned answer was made, changed, or taken away. */
    ANSWER_CHANGED,
    /** One of the service team wrote a note that the customer does not see. */
    NOTE_ADDED,
    /** One of the staff took tickets, a Timeline, figures or the roster away as a file. */
    FILE_TAKEN,
    /** A reminder that Lark refused is to be tried again. */
    REMINDER_SENT_AGAIN,
    /** Another TAM looks after the customer. */
    TAM_APPOINTED,
    /** One of the customer's people sees to the organisation from now on. */
    ADMINISTRATOR_APPOINTED,
    /** One of the customer's people does not see to the organisation any more. */
    ADMINISTRATOR_DISMISSED,
    /** A customer is to be deleted. */
    DELETION_REQUESTED,
    /** A customer is not to be deleted after all. */
    DELETION_GIVEN_UP,
    /** Nothing is to be taken along of a customer that is to be deleted. */
    EXPORT_FORGONE,
    /** All that is a customer's was taken along. */
    TENANT_EXPORTED,
    /** A customer was deleted, with all that was its own. */
    TENANT_DELETED,
    /** A backup was restored: nobody is told anything until somebody decides. */
    FENCE_RAISED,
    /** An administrator decided what becomes of what was to be told when the backup was made. */
    FENCE_LIFTED
}
