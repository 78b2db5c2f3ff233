package io.larkdesk.app.chat;

import io.larkdesk.app.web.Form;
import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.ConfirmEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EndEmergency;
import io.larkdesk.core.escalation.HandOverEmergency;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Resolution;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What staff do about an Emergency, by the names that forms have for it. */
@Singleton
public final class EmergencyCommands {

    private final AcknowledgeEmergency acknowledge;
    private final ConfirmEmergency confirm;
    private final HandOverEmergency handOver;
    private final EndEmergency end;

    EmergencyCommands(
            AcknowledgeEmergency acknowledge, ConfirmEmergency confirm, HandOverEmergency handOver, EndEmergency end) {
        this.acknowledge = acknowledge;
        this.confirm = confirm;
        this.handOver = handOver;
        this.end = end;
    }

    /**
     * Who commands what.
     *
     * @param emergency which
     * @param person who
     * @param seen the version that the person saw
     */
    public record Order(EmergencyId emergency, PersonId person, long seen) {}

    /** Does it; empty if there is no such command, or the form does not say to whom. */
    public Optional<CommandResult> execute(String command, Order order, Form form) {
        EmergencyId emergency = order.emergency();
        PersonId person = order.person();
        long seen = order.seen();
        return switch (command) {
            case "acknowledge" ->
                Optional.of(acknowledge.execute(new AcknowledgeEmergency.Command(emergency, person, seen)));
            case "confirm" -> Optional.of(confirm.execute(new ConfirmEmergency.Command(emergency, person, seen)));
            case "hand-over" ->
                form.id("person")
                        .map(to -> handOver.execute(new HandOverEmergency.Command(
                                emergency, person, new PersonId(person.tenant(), to), seen)));
            case "end" ->
                wordIn(form).map(word -> end.execute(new EndEmergency.Command(emergency, person, word, seen)));
            default -> Optional.empty();
        };
    }

    /** The closing word in the form; empty if it is none. */
    public static Optional<String> wordIn(Form form) {
        return form.text("closing")
                .filter(text -> Resolution.problemWith(text).isEmpty())
                .map(text -> Resolution.parse(text).text())
                .filter(Emergency::isText);
    }
}
