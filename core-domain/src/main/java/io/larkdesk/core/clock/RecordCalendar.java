package io.larkdesk.core.clock;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes down in the audit log what a calendar was before and is now. */
@Singleton
public final class RecordCalendar {

    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RecordCalendar(RecordAudit audit) {
        this.audit = audit;
    }

    /** Empty is a calendar that was not there. */
    void changed(AuditActor actor, Optional<BusinessCalendar> before, BusinessCalendar after) {
        AuditChanges changes = AuditChanges.NONE
                .and(AuditField.ZONE, before.map(RecordCalendar::zone), Optional.of(zone(after)))
                .and(AuditField.WORKED, before.map(RecordCalendar::worked), Optional.of(worked(after)))
                .and(AuditField.HOLIDAYS, before.map(RecordCalendar::holidays), Optional.of(holidays(after)));
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                actor,
                AuditAction.CALENDAR_CHANGED,
                new AuditSubject(AuditSubject.Kind.CALENDAR, after.name().value()),
                changes));
    }

    private static AuditDetail zone(BusinessCalendar calendar) {
        return AuditDetail.of(calendar.zone());
    }

    private static AuditDetail holidays(BusinessCalendar calendar) {
        return AuditDetail.of(calendar.holidays().size());
    }

    private static AuditDetail worked(BusinessCalendar calendar) {
        return AuditDetail.ofTimes(Arrays.stream(DayOfWeek.values())
                .map(day -> calendar.week().getOrDefault(day, List.of()).stream()
                        .map(Hours::length)
                        .reduce(Duration::plus))
                .toList());
    }
}
