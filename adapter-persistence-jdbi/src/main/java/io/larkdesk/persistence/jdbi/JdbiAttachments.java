package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.FileType;
import io.larkdesk.core.attachment.Picture;
import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.attachment.Thumbnail;
import io.larkdesk.core.attachment.Upload;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tables {@code attachment}, {@code attachment_chunk}, {@code attachment_thumbnail} and {@code attachment_usage}. */
final class JdbiAttachments implements Attachments {

    static final String ONE = "tenant_id = :tenant and group_id = :group and attachment_id = :attachment";

    // The counter is locked before the file is stored, so that those who begin at once come one after another
    private static final String BEGIN = """
            with room as (
                insert into attachment_usage as usage (tenant_id, bytes)
                select :tenant, :reserved where :reserved <= :most
                on conflict (tenant_id) do update set bytes = usage.bytes + excluded.bytes
                where usage.bytes + excluded.bytes <= :most
                returning tenant_id
            )
            insert into attachment (tenant_id, attachment_id, group_id, uploader_tenant_id, uploader_id, name, state, reserved, storage,
                                    chunk, touched_at)
            select tenant_id, :attachment, :group, :personTenant, :person, :name, 'UPLOADING', :reserved, :storage, :chunk, :now
            from room
            """;
    private static final String APPEND = """
            with upload as (
                update attachment set touched_at = :now
                where %s and state = 'UPLOADING'
                returning tenant_id, attachment_id
            )
            insert into attachment_chunk (tenant_id, attachment_id, place, bytes)
            select tenant_id, attachment_id, :place, :bytes from upload
            """.formatted(ONE);
    private static final String TOUCH =
            "update attachment set touched_at = :now where " + ONE + " and state = 'UPLOADING'";
    private static final String LOCK =
            "select reserved from attachment where " + ONE + " and state = :state for update";
    private static final String COMPLETE = """
            update attachment
            set state = 'UPLOADED', reserved = :size, touched_at = :uploadedAt, type = :type, size = :size, digest = :digest,
                width = :width, height = :height, thumbnail_type = :thumbnail, uploaded_at = :uploadedAt
            where %s
            """.formatted(ONE);
    private static final String GIVE_BACK =
            "update attachment_usage set bytes = bytes - :bytes where tenant_id = :tenant";
    private static final String ADD_THUMBNAIL = """
            insert into attachment_thumbnail (tenant_id, attachment_id, bytes) values (:tenant, :attachment, :bytes)
            """;
    private static final String FIND = "select * from attachment where " + ONE + " and state in ('UPLOADED', 'BOUND')";
    private static final String LOCK_UNBOUND = """
            select * from attachment
            where tenant_id = :tenant and group_id = :group and attachment_id = any(:attachments) and state = 'UPLOADED'
              and uploader_tenant_id = :personTenant and uploader_id = :person
            order by attachment_id
            for update
            """;
    private static final String MOVE = """
            update attachment set group_id = :to
            where tenant_id = :tenant and group_id = :group and attachment_id = any(:attachments) and state = 'UPLOADED'
            """;
    private static final String CHANGE = """
            update attachment set state = :next, touched_at = :now
            where tenant_id = :tenant and group_id = :group and attachment_id = :attachment and state <> :next
            """;
    private static final String BIND = CHANGE + " and state = 'UPLOADED'";
    private static final String DISCARD_OVER = """
            update attachment set state = 'DISCARDED', touched_at = :now
            where (tenant_id, attachment_id) in (
                select tenant_id, attachment_id from attachment
                where state <> 'BOUND'
                  and ((state = 'DISCARDED'
                        and (touched_at <= :silentSince
                             or not copied_out and (storage = 'DATABASE' or uploaded_at is not null)))
                       or (state = 'UPLOADING' and touched_at <= :silentSince)
                       or (state = 'UPLOADED' and touched_at <= :unboundSince))
                order by touched_at
                limit :limit
                for update skip locked)
            returning tenant_id, group_id, attachment_id
            """;
    private static final String COUNT_OBJECTS = """
            select (reserved + chunk - 1) / chunk from attachment
            where %s and state = 'DISCARDED' and (storage = 'OBJECT_STORE' or copied_out)
            """.formatted(ONE);
    private static final String SWEEP = """
            delete from attachment_chunk
            where tenant_id = :tenant and attachment_id = :attachment and place in (
                select place from attachment_chunk
                where tenant_id = :tenant and attachment_id = :attachment
                order by place desc
                limit :limit)
            """;
    private static final String IS_SWEPT = """
            select not exists (select from attachment_chunk where tenant_id = :tenant and attachment_id = :attachment)
            """;
    private static final String REMOVE_THUMBNAIL =
            "delete from attachment_thumbnail where tenant_id = :tenant and attachment_id = :attachment";
    private static final String REMOVE = "delete from attachment where " + ONE;
    private static final String CHUNK = """
            select bytes from attachment_chunk
            where tenant_id = :tenant and attachment_id = :attachment and place = :place
              and exists (select from attachment where %s)
            """.formatted(ONE);
    private static final String FIND_THUMBNAIL = """
            select thumbnail_type, bytes from attachment_thumbnail join attachment using (tenant_id, attachment_id)
            where %s and state in ('UPLOADED', 'BOUND')
            """.formatted(ONE);
    private static final String USED = "select bytes from attachment_usage where tenant_id = :tenant";

    private final JdbiTransactions transactions;
    private final AttachmentRelocation relocation;

    JdbiAttachments(JdbiTransactions transactions) {
        this.transactions = transactions;
        this.relocation = new AttachmentRelocation(transactions);
    }

    static <S extends SqlStatement<S>> S one(S statement, AttachmentId id) {
        return Arguments.group(statement, id.group()).bind("attachment", id.value());
    }

    @Override
    public boolean begin(Upload upload, long most) {
        return transactions.withRunning(
                handle -> Arguments.person(one(handle.createUpdate(BEGIN), upload.id()), upload.uploader())
                                .bind("name", upload.name().value())
                                .bind("reserved", upload.reserved())
                                .bind("storage", upload.storage())
                                .bind("chunk", upload.chunk())
                                .bind("most", most)
                                .bind("now", upload.begunAt())
                                .execute()
                        == 1);
    }

    @Override
    public boolean append(AttachmentId id, int place, byte[] bytes, Instant now) {
        return transactions.with(handle -> one(handle.createUpdate(APPEND), id)
                        .bind("place", place)
                        .bind("bytes", bytes)
                        .bind("now", now)
                        .execute()
                == 1);
    }

    @Override
    public boolean touch(AttachmentId id, Instant now) {
        return transactions.with(
                handle -> one(handle.createUpdate(TOUCH), id).bind("now", now).execute() == 1);
    }

    @Override
    public boolean complete(Attachment attachment, Optional<Thumbnail> thumbnail) {
        AttachmentId id = attachment.id();
        return transactions.withRunning(handle -> {
            Optional<Long> reserved = lock(handle, id, "UPLOADING");
            reserved.ifPresent(bytes -> {
                update(handle, attachment, thumbnail);
                thumbnail.ifPresent(small -> one(handle.createUpdate(ADD_THUMBNAIL), id)
                        .bind("bytes", small.bytes())
                        .execute());
                giveBack(handle, id, bytes - attachment.size());
            });
            return reserved.isPresent();
        });
    }

    private static void update(Handle handle, Attachment attachment, Optional<Thumbnail> thumbnail) {
        one(handle.createUpdate(COMPLETE), attachment.id())
                .bind("type", attachment.type())
                .bind("size", attachment.size())
                .bind("digest", HexFormat.of().parseHex(attachment.digest()))
                .bind("width", attachment.picture().map(Picture::width))
                .bind("height", attachment.picture().map(Picture::height))
                .bind("thumbnail", thumbnail.map(Thumbnail::type))
                .bind("uploadedAt", attachment.uploadedAt())
                .execute();
    }

    private static Optional<Long> lock(Handle handle, AttachmentId id, String state) {
        return one(handle.createQuery(LOCK), id)
                .bind("state", state)
                .mapTo(Long.class)
                .findOne();
    }

    private static void giveBack(Handle handle, AttachmentId id, long bytes) {
        if (bytes > 0) {
            handle.createUpdate(GIVE_BACK)
                    .bind("tenant", id.group().tenant())
                    .bind("bytes", bytes)
                    .execute();
        }
    }

    @Override
    public Optional<Kept> find(AttachmentId id) {
        return transactions.with(handle ->
                one(handle.createQuery(FIND), id).map(AttachmentRow.KEPT).findOne());
    }

    @Override
    public List<Attachment> lockUnbound(PersonId uploader, Collection<AttachmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        GroupId group = ids.iterator().next().group();
        List<UUID> values = ids.stream().map(AttachmentId::value).toList();
        return transactions.withRunning(
                handle -> Arguments.person(Arguments.group(handle.createQuery(LOCK_UNBOUND), group), uploader)
                        .bindArray("attachments", UUID.class, values)
                        .map(AttachmentRow.ATTACHMENT)
                        .list());
    }

    @Override
    public void move(Collection<AttachmentId> ids, GroupId to) {
        if (ids.isEmpty()) {
            return;
        }
        GroupId group = ids.iterator().next().group();
        List<UUID> values = ids.stream().map(AttachmentId::value).toList();
        transactions.withRunning(handle -> Arguments.group(handle.createUpdate(MOVE), group)
                .bindArray("attachments", UUID.class, values)
                .bind("to", to.value())
                .execute());
    }

    @Override
    public void bind(Collection<AttachmentId> ids, Instant now) {
        change(BIND, "BOUND", ids, now);
    }

    @Override
    public List<Kept> listOutside(Storage storage, Optional<AttachmentId> after, int limit) {
        return relocation.listOutside(storage, after, limit);
    }

    @Override
    public boolean copyOut(AttachmentId id, Instant now) {
        return relocation.copyOut(id, now);
    }

    @Override
    public boolean copyIn(AttachmentId id, int place, byte[] bytes, Instant now) {
        return relocation.copyIn(id, place, bytes, now);
    }

    @Override
    public boolean settle(AttachmentId id, Storage storage) {
        return relocation.settle(id, storage);
    }

    @Override
    public void discard(Collection<AttachmentId> ids, Instant now) {
        change(CHANGE, "DISCARDED", ids, now);
    }

    /** One after another, in one order for all, so that no two transactions wait for each other. */
    private void change(String sql, String next, Collection<AttachmentId> ids, Instant now) {
        transactions.inTransaction(ignored -> {
            ids.stream()
                    .sorted(AttachmentRow.ORDER)
                    .forEach(id -> transactions.withRunning(handle -> one(handle.createUpdate(sql), id)
                            .bind("next", next)
                            .bind("now", now)
                            .execute()));
            return ids;
        });
    }

    @Override
    public List<AttachmentId> discardOver(Instant silentSince, Instant unboundSince, Instant now, int limit) {
        return transactions.withRunning(handle -> handle.createQuery(DISCARD_OVER)
                .bind("silentSince", silentSince)
                .bind("unboundSince", unboundSince)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> AttachmentRow.id(row))
                .list());
    }

    @Override
    public int countObjects(AttachmentId id) {
        return transactions.with(handle -> one(handle.createQuery(COUNT_OBJECTS), id)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    @Override
    public boolean sweep(AttachmentId id, int chunks) {
        return transactions.withRunning(handle -> {
            Optional<Long> reserved = lock(handle, id, "DISCARDED");
            if (reserved.isEmpty()) {
                return true;
            }
            one(handle.createUpdate(SWEEP), id).bind("limit", chunks).execute();
            boolean swept =
                    one(handle.createQuery(IS_SWEPT), id).mapTo(Boolean.class).one();
            if (swept) {
                one(handle.createUpdate(REMOVE_THUMBNAIL), id).execute();
                one(handle.createUpdate(REMOVE), id).execute();
                giveBack(handle, id, reserved.get());
            }
            return swept;
        });
    }

    @Override
    public byte[] chunk(AttachmentId id, int place) {
        return transactions
                .with(handle -> one(handle.createQuery(CHUNK), id)
                        .bind("place", place)
                        .mapTo(byte[].class)
                        .findOne())
                .orElseThrow(() -> new NoSuchElementException("there is no piece " + place + " of " + id));
    }

    @Override
    public Optional<Thumbnail> findThumbnail(AttachmentId id) {
        return transactions.with(handle -> one(handle.createQuery(FIND_THUMBNAIL), id)
                .map((row, context) ->
                        new Thumbnail(FileType.valueOf(row.getString("thumbnail_type")), row.getBytes("bytes")))
                .findOne());
    }

    @Override
    public long used(TenantId tenant) {
        return transactions.with(handle -> handle.createQuery(USED)
                .bind("tenant", tenant)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }
}
