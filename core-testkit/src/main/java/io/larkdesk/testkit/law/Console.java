package io.larkdesk.testkit.law;

import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.SendReminder;

/** Where customers and staff press buttons, and time passes; a design that is known to be wrong has a console of its own. */
class Console {

    private final EscalationDesk desk;

    Console(EscalationDesk desk) {
        this.desk = desk;
    }

    EscalationDesk desk() {
        return desk;
    }

    SendReminder.Result remind(SendReminder.Command command) {
        return desk.sendReminder.execute(command);
    }

    DeclareEmergency.Result declare(DeclareEmergency.Command command) {
        return desk.declare.execute(command);
    }

    CommandResult acknowledge(AcknowledgeEmergency.Command command) {
        return desk.acknowledge.execute(command);
    }

    /** A worker does what is due. */
    void advance() {
        desk.advance.execute(100);
    }
}
