package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How bound files come from one storage into the other, in {@code attachment} and {@code attachment_chunk}. */
final class AttachmentRelocation {

    private static final String LIST_OUTSIDE = """
            select * from attachment
            where state = 'BOUND' and storage <> :storage and (tenant_id, attachment_id) > (:tenant, :attachment)
            order by tenant_id, attachment_id
            limit :limit
            """;
    private static final String COPY_OUT = """
            update attachment set copied_out = true, touched_at = :now
            where %s and state = 'BOUND' and storage = 'DATABASE'
            """.formatted(JdbiAttachments.ONE);
    private static final String COPY_IN = """
            with file as (
                update attachment set touched_at = :now
                where %s and state = 'BOUND' and storage = 'OBJECT_STORE'
                returning tenant_id, attachment_id
            ), copied as (
                insert into attachment_chunk (tenant_id, attachment_id, place, bytes)
                select tenant_id, attachment_id, :place, :bytes from file
                on conflict (tenant_id, attachment_id, place) do update set bytes = excluded.bytes
            )
            select count(*) from file
            """.formatted(JdbiAttachments.ONE);
    private static final String SETTLE = """
            with settled as (
                update attachment set storage = :storage, copied_out = false
                where %s and state = 'BOUND' and storage <> :storage and case storage
                    when 'DATABASE' then copied_out
                    else (size + chunk - 1) / chunk =
                         (select count(*) from attachment_chunk where tenant_id = :tenant and attachment_id = :attachment)
                end
                returning tenant_id, attachment_id, storage
            ), removed as (
                delete from attachment_chunk using settled
                where settled.storage = 'OBJECT_STORE'
                  and attachment_chunk.tenant_id = settled.tenant_id and attachment_chunk.attachment_id = settled.attachment_id
            )
            select count(*) from settled
            """.formatted(JdbiAttachments.ONE);

    private final JdbiTransactions transactions;

    AttachmentRelocation(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    List<Attachments.Kept> listOutside(Storage storage, Optional<AttachmentId> after, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST_OUTSIDE)
                .bind("storage", storage)
                .bind("tenant", after.map(file -> file.group().tenant().value()).orElse(Arguments.BEFORE_ALL))
                .bind("attachment", after.map(AttachmentId::value).orElse(Arguments.BEFORE_ALL))
                .bind("limit", limit)
                .map(AttachmentRow.KEPT)
                .list());
    }

    boolean copyOut(AttachmentId id, Instant now) {
        return transactions.with(handle -> JdbiAttachments.one(handle.createUpdate(COPY_OUT), id)
                        .bind("now", now)
                        .execute()
                == 1);
    }

    boolean copyIn(AttachmentId id, int place, byte[] bytes, Instant now) {
        return transactions.with(handle -> JdbiAttachments.one(handle.createQuery(COPY_IN), id)
                        .bind("place", place)
                        .bind("bytes", bytes)
                        .bind("now", now)
                        .mapTo(Integer.class)
                        .one()
                == 1);
    }

    boolean settle(AttachmentId id, Storage storage) {
        return transactions.with(handle -> JdbiAttachments.one(handle.createQuery(SETTLE), id)
                        .bind("storage", storage)
                        .mapTo(Integer.class)
                        .one()
                == 1);
    }
}
