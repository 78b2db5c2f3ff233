package io.larkdesk.core.onboarding;

/** What is done in Lark's console and on our page before a customer is in service, in the order of the customers' guide. */
public enum GuideStep {
    /** A custom app is created. */
    CREATE_APP,
    /** It gets the features Web app and Bot. */
    ADD_FEATURES,
    /** Its App ID and App Secret are told us. */
    CREDENTIALS,
    /** Its home page is set. */
    WEB_APP_LINK,
    /** It gets its four permissions. */
    PERMISSIONS,
    /** Redirect addresses and the trusted domain are set. */
    SECURITY,
    /** A version is released. */
    RELEASE
}
