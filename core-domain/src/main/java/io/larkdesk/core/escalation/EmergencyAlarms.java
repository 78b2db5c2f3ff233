package io.larkdesk.core.escalation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.Alarms;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Emergencies, as tickets know of them. Who declares one holds the ticket meanwhile. */
@Singleton
public final class EmergencyAlarms implements Alarms {

    private final Emergencies emergencies;

    /** Takes the store. */
    @Inject
    public EmergencyAlarms(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    @Override
    public boolean isActive(GroupId ticket) {
        return emergencies.findActive(ticket).isPresent();
    }
}
