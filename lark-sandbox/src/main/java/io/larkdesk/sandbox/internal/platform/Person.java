package io.larkdesk.sandbox.internal.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.json.Json;

/**
 * A person as one app knows them; the names are those of {@code POST /sandbox/people} in snake case.
 *
 * @param openId names the person for this app only
 * @param unionId names the person for all apps of the organisation
 * @param botOptedOut whether they told this app's bot to stop
 */
public record Person(
        String appId,
        String openId,
        String unionId,
        String userId,
        String name,
        String enName,
        String email,
        String mobile,
        String employeeNo,
        boolean resigned,
        boolean frozen,
        boolean botOptedOut) {

    /** What holds for a new person where their description is silent. */
    public static ObjectNode defaults() {
        ObjectNode defaults = Json.object();
        defaults.put("en_name", "");
        defaults.put("email", "");
        defaults.put("mobile", "");
        defaults.put("employee_no", "");
        defaults.put("resigned", false);
        defaults.put("frozen", false);
        defaults.put("bot_opted_out", false);
        return defaults;
    }

    /** The chat of the person with the app's bot; the same one always. */
    public String chatId() {
        return openId.replaceFirst("^ou_", "oc_");
    }
}
