package io.larkdesk.core.roster;

import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/** The shifts of the provider's people. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Roster {

    /** The shifts in {@code role} that cover {@code instant}, in any order. */
    List<Shift> listAt(TenantId provider, StaffRole role, Instant instant);

    /** The shifts that have any time in common with the one from {@code from} until {@code untilExclusive}; the first to begin first. */
    List<Shift> listDuring(TenantId provider, Instant from, Instant untilExclusive);

    /** Stores {@code shift}; one that the same person begins at the same instant in the same role ends when this one does. */
    void save(Shift shift);

    /** Forgets the shift that the person begins then in that role; whether there was one. */
    boolean delete(Shift shift);
}
