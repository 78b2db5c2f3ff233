package io.larkdesk.app.console.deletion;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.larkdesk.core.deletion.TakeExport;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What an export has, as its last file.
 *
 * @param format {@link #FORMAT}
 * @param tenant the customer's id
 * @param organisation what it is called
 * @param takenAt when the export began, in UTC
 * @param auditPlace the place of the last entry of the audit log that is in it
 * @param auditHash that entry's hash
 * @param entries the other files, in their order
 */
@JsonPropertyOrder({"format", "tenant", "organisation", "takenAt", "auditPlace", "auditHash", "entries"})
record ExportManifest(
        String format,
        UUID tenant,
        String organisation,
        String takenAt,
        long auditPlace,
        String auditHash,
        List<ExportEntry> entries) {

    /** Says what the archive is. */
    static final String FORMAT = "larkdesk-export-1";

    /** Copies the list. */
    ExportManifest {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(takenAt, "takenAt");
        Objects.requireNonNull(auditHash, "auditHash");
        entries = List.copyOf(entries);
    }

    static ExportManifest of(TakeExport.Taking taking, List<ExportEntry> entries) {
        return new ExportManifest(
                FORMAT,
                taking.tenant().id().value(),
                taking.tenant().organisation(),
                taking.at().toString(),
                taking.book().place(),
                taking.book().hash().hex(),
                entries);
    }
}
