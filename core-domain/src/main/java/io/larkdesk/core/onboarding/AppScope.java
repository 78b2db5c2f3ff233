package io.larkdesk.core.onboarding;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The scopes that a customer grants to its app; the desk needs no others. */
public enum AppScope {
    /** To read the app's own settings. */
    SELF_MANAGE("application:application:self_manage"),
    /** To make and change cards. */
    CARD_WRITE("cardkit:card:write"),
    /** To send reminders. */
    SEND_AS_BOT("im:message:send_as_bot"),
    /** To read the organisation's name. */
    TENANT_READONLY("tenant:tenant:readonly");

    private final String value;

    AppScope(String value) {
        this.value = value;
    }

    /** As Lark calls it. */
    public String value() {
        return value;
    }

    /** All of them, as Lark's console takes them by "Batch import/export scopes". */
    public static String batchImport() {
        return Arrays.stream(values())
                .map(scope -> '"' + scope.value + '"')
                .collect(Collectors.joining(",\n", "{\n\"scopes\": {\n\"tenant\": [\n", "\n],\n\"user\": []\n}\n}"));
    }
}
