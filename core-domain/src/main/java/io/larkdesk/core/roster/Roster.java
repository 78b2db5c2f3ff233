package io.larkdesk.core.roster;

import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/** The shifts and absences of the provider's people. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Roster {

    /** The shifts in {@code role} that cover {@code instant}, in any order. */
    List<Shift> listAt(TenantId provider, StaffRole role, Instant instant);

    /** The shifts that have any time in common with the one from {@code from} until {@code untilExclusive}; the first to begin first. */
    List<Shift> listDuring(TenantId provider, Instant from, Instant untilExclusive);

    /** Stores {@code shift}; one that the same person begins at the same instant in the same role ends when this one does. */
    void save(Shift shift);

    /** Forgets the shift that the person begins then in that role; whether there was one. */
    boolean delete(Shift shift);

    /** Notes that people plan {@code provider}'s roster by now, from the console; they do from then on. */
    void notePlanned(TenantId provider);

    /** Whether that was noted. */
    boolean isPlanned(TenantId provider);

    /** The absences that have any time in common with the one from {@code from} until {@code untilExclusive}; the first to begin first. */
    List<Absence> listAbsences(TenantId provider, Instant from, Instant untilExclusive);

    /** Stores {@code absence}, in the place of one that the same person begins at the same instant. */
    void save(Absence absence);

    /** Forgets the absence that the person begins then; whether there was one. */
    boolean delete(Absence absence);
}
