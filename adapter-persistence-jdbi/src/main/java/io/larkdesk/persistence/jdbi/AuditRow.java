package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChange;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.Origin;
import io.larkdesk.core.shared.ChainHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An entry of the audit log in the columns of its table; of a detail that is nothing, the text is empty. */
final class AuditRow {

    private AuditRow() {}

    static List<String> fields(AuditEntry entry) {
        return texts(entry, change -> change.field().name());
    }

    static List<String> from(AuditEntry entry) {
        return texts(entry, change -> text(change.before()));
    }

    static List<String> to(AuditEntry entry) {
        return texts(entry, change -> text(change.after()));
    }

    private static List<String> texts(AuditEntry entry, Function<AuditChange, String> text) {
        return entry.event().changes().list().stream().map(text).toList();
    }

    private static String text(Optional<AuditDetail> detail) {
        return detail.map(AuditDetail::text).orElse("");
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("place"),
                Columns.instant(row, "at"),
                new AuditEvent(
                        AuditBook.withId(Columns.uuid(row, "tenant_id")),
                        AuditActor.parse(row.getString("actor")),
                        AuditAction.valueOf(row.getString("action")),
                        AuditSubject.parse(row.getString("subject")),
                        changes(row)),
                origin(row),
                hash(row));
    }

    private static AuditChanges changes(ResultSet row) throws SQLException {
        String[] fields = texts(row, "changed_fields");
        String[] from = texts(row, "changed_from");
        String[] to = texts(row, "changed_to");
        List<AuditChange> changes = new ArrayList<>();
        for (int each = 0; each < fields.length; each++) {
            changes.add(new AuditChange(AuditField.valueOf(fields[each]), detail(from[each]), detail(to[each])));
        }
        return new AuditChanges(changes);
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static Optional<AuditDetail> detail(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(AuditDetail.parse(text));
    }

    private static Optional<Origin> origin(ResultSet row) throws SQLException {
        Optional<String> address = Columns.findText(row, "address");
        Optional<String> request = Columns.findText(row, "request");
        return address.flatMap(from -> request.map(name -> new Origin(from, name)));
    }

    static byte[] bytes(ChainHash hash) {
        return HexFormat.of().parseHex(hash.hex());
    }

    static ChainHash hash(ResultSet row) throws SQLException {
        return new ChainHash(HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
