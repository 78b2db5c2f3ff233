package io.larkdesk.core.tenant;

/** Knows what Lark calls the organisation behind a Lark app. */
public interface Organisations {

    /**
     * Asks who owns {@code app}; one counted call. Never called inside a transaction.
     *
     * @return what Lark says, or that it could not be asked
     */
    Answer lookUp(LarkApp app);

    /** What came of asking. */
    sealed interface Answer {}

    /**
     * Lark knows it.
     *
     * @param name the organisation's name in Lark
     * @param tenantKey Lark's key for the organisation
     */
    record Known(String name, String tenantKey) implements Answer {}

    /**
     * It could not be found out.
     *
     * @param reason for the operator's log; no secret in it
     */
    record NotKnown(String reason) implements Answer {}
}
