package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.FileType;
import io.larkdesk.core.attachment.Picture;
import io.larkdesk.core.attachment.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** A row of the table {@code attachment} as an {@link Attachment}, or with what becomes of it. */
final class AttachmentRow {

    static final RowMapper<Attachment> ATTACHMENT = (row, context) -> read(row);

    static final RowMapper<Attachments.Kept> KEPT = (row, context) -> new Attachments.Kept(
            read(row),
            "BOUND".equals(row.getString("state")),
            Storage.valueOf(row.getString("storage")),
            row.getInt("chunk"));

    /** As PostgreSQL orders UUIDs, which is not as Java does. */
    static final Comparator<AttachmentId> ORDER = Comparator.comparing(
                    (AttachmentId id) -> id.group().tenant().toString())
            .thenComparing(id -> id.value().toString());

    private AttachmentRow() {}

    static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                id(row),
                Columns.person(row, "uploader_tenant_id", "uploader_id"),
                new FileName(row.getString("name")),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("digest")),
                picture(row),
                Columns.instant(row, "uploaded_at"));
    }

    static AttachmentId id(ResultSet row) throws SQLException {
        return new AttachmentId(Columns.group(row), Columns.uuid(row, "attachment_id"));
    }

    private static Optional<Picture> picture(ResultSet row) throws SQLException {
        return row.getObject("width") == null
                ? Optional.empty()
                : Optional.of(new Picture(
                        row.getInt("width"), row.getInt("height"), row.getString("thumbnail_type") != null));
    }
}
