package io.larkdesk.testkit.law;

import io.larkdesk.core.person.StaffRole;

/** The staff of a history about Emergencies. */
enum Beeper {
    EVA("Eva, engineer", StaffRole.ENGINEER),
    ELI("Eli, engineer", StaffRole.ENGINEER),
    TAM("Tam, TAM", StaffRole.TAM),
    DOT("Dot, duty manager", StaffRole.DUTY_MANAGER);

    private final String said;
    private final StaffRole role;

    Beeper(String said, StaffRole role) {
        this.said = said;
        this.role = role;
    }

    StaffRole role() {
        return role;
    }

    @Override
    public String toString() {
        return said;
    }
}
