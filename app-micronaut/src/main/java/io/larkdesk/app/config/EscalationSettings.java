package io.larkdesk.app.config;

import io.larkdesk.core.escalation.EmergencyPhone;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.SupportPlan;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How Reminders and Emergencies go.
 *
 * @param plan what every support plan promises
 * @param phone where to call when nobody answers
 */
public record EscalationSettings(SupportPlan plan, EmergencyPhone phone) {

    private static final String ACK_WITHIN = "larkdesk.emergency.ack-within";
    private static final String CONFIRM_EVERY = "larkdesk.emergency.confirm-every";
    private static final String PHONE = "larkdesk.emergency.phone";
    private static final String REPLY_WITHIN = "larkdesk.reminder.reply-within";
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Refuses null. */
    public EscalationSettings {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(phone, "phone");
    }

    /** Without a telephone number paging goes on until somebody answers; with one, people are told to call after two rounds. */
    static EscalationSettings read(SettingReader reader) {
        Optional<String> number = reader.text(PHONE);
        if (number.filter(text -> text.length() > EmergencyPhone.LONGEST).isPresent()) {
            throw new SettingException(PHONE, "is longer than " + EmergencyPhone.LONGEST + " characters");
        }
        EscalationPolicy standard = EscalationPolicy.standard(
                positive(reader, ACK_WITHIN, EscalationPolicy.ACKNOWLEDGE_WITHIN),
                number.map(text -> EscalationPolicy.ROUNDS));
        EscalationPolicy policy = new EscalationPolicy(
                standard.steps(), standard.rounds(), positive(reader, CONFIRM_EVERY, EscalationPolicy.CONFIRM_EVERY));
        return new EscalationSettings(
                new SupportPlan(positive(reader, REPLY_WITHIN, SupportPlan.REPLY_WITHIN), policy),
                new EmergencyPhone(number));
    }

    private static Duration positive(SettingReader reader, String name, Duration otherwise) {
        Duration value = reader.duration(name, otherwise);
        if (value.toMillis() == 0 || value.compareTo(LONGEST) > 0) {
            throw new SettingException(name, "is not between a millisecond and a day");
        }
        return value;
    }
}
