package io.larkdesk.testkit.memory;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.attachment.Thumbnail;
import io.larkdesk.core.attachment.Upload;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files, their pieces, and what each tenant uses. */
final class InMemoryAttachments implements Attachments {

    private final InMemoryTransactions transactions;
    private final Table<AttachmentId, StoredFile> files;
    private final Table<Place, byte[]> chunks;
    private final Table<TenantId, Long> used;

    InMemoryAttachments(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.files = new Table<>(transactions);
        this.chunks = new Table<>(transactions);
        this.used = new Table<>(transactions);
    }

    private record Place(AttachmentId id, int place) {}

    @Override
    public boolean begin(Upload upload, long most) {
        transactions.require();
        TenantId tenant = upload.id().group().tenant();
        used.hold(tenant);
        long next = used(tenant) + upload.reserved();
        if (next > most) {
            return false;
        }
        used.put(tenant, next);
        files.put(
                upload.id(),
                new StoredFile(
                        upload,
                        StoredFile.State.UPLOADING,
                        Optional.empty(),
                        Optional.empty(),
                        upload.reserved(),
                        0,
                        false,
                        upload.begunAt()));
        return true;
    }

    @Override
    public boolean append(AttachmentId id, int place, byte[] bytes, Instant now) {
        return change(id, StoredFile.State.UPLOADING, row -> {
            chunks.put(new Place(id, place), bytes.clone());
            return row.with(place + 1, now);
        });
    }

    @Override
    public boolean touch(AttachmentId id, Instant now) {
        return change(id, StoredFile.State.UPLOADING, row -> row.in(StoredFile.State.UPLOADING, now));
    }

    @Override
    public boolean complete(Attachment attachment, Optional<Thumbnail> thumbnail) {
        transactions.require();
        return change(attachment.id(), StoredFile.State.UPLOADING, row -> {
            giveBack(attachment.id(), row.reserved() - attachment.size());
            return row.uploaded(attachment, thumbnail);
        });
    }

    private boolean change(AttachmentId id, StoredFile.State from, UnaryOperator<StoredFile> how) {
        return change(id, row -> row.state() == from, how);
    }

    private boolean change(AttachmentId id, Predicate<StoredFile> which, UnaryOperator<StoredFile> how) {
        return transactions.inTransaction(ignored -> {
            files.hold(id);
            Optional<StoredFile> row = files.find(id).filter(which);
            row.ifPresent(found -> files.put(id, how.apply(found)));
            return row.isPresent();
        });
    }

    private void giveBack(AttachmentId id, long bytes) {
        TenantId tenant = id.group().tenant();
        used.hold(tenant);
        used.find(tenant).ifPresent(before -> used.put(tenant, before - bytes));
    }

    @Override
    public Optional<Kept> find(AttachmentId id) {
        return files.find(id)
                .filter(row -> row.state() == StoredFile.State.UPLOADED || row.state() == StoredFile.State.BOUND)
                .map(StoredFile::kept);
    }

    @Override
    public List<Attachment> lockUnbound(PersonId uploader, Collection<AttachmentId> ids) {
        transactions.require();
        return ids.stream()
                .distinct()
                .sorted(Comparator.comparing(AttachmentId::value))
                .flatMap(id -> {
                    files.hold(id);
                    return files.find(id).stream();
                })
                .filter(row -> row.state() == StoredFile.State.UPLOADED
                        && row.upload().uploader().equals(uploader))
                .map(row -> row.attachment().orElseThrow())
                .toList();
    }

    @Override
    public void move(Collection<AttachmentId> ids, GroupId to) {
        transactions.require();
        ids.forEach(id -> files.find(id)
                .filter(row -> row.state() == StoredFile.State.UPLOADED)
                .ifPresent(row -> {
                    AttachmentId there = new AttachmentId(to, id.value());
                    files.remove(id);
                    files.put(there, row.movedTo(there));
                    for (int place = 0; place < row.pieces(); place++) {
                        chunks.put(new Place(there, place), chunk(id, place));
                        chunks.remove(new Place(id, place));
                    }
                }));
    }

    @Override
    public void bind(Collection<AttachmentId> ids, Instant now) {
        ids.forEach(id -> change(id, StoredFile.State.UPLOADED, row -> row.in(StoredFile.State.BOUND, now)));
    }

    @Override
    public List<Kept> listOutside(Storage storage, Optional<AttachmentId> after, int limit) {
        return InMemoryArchive.page(
                files.list().stream()
                        .filter(row -> row.state() == StoredFile.State.BOUND && !row.isBoundIn(storage))
                        .map(StoredFile::kept),
                kept -> kept.attachment().id(),
                id -> id.group().tenant() + " " + id.value(),
                after,
                limit);
    }

    @Override
    public boolean copyOut(AttachmentId id, Instant now) {
        return change(id, row -> row.isBoundIn(Storage.DATABASE), row -> row.copiedOut(now));
    }

    @Override
    public boolean copyIn(AttachmentId id, int place, byte[] bytes, Instant now) {
        return change(id, row -> row.isBoundIn(Storage.OBJECT_STORE), row -> {
            chunks.put(new Place(id, place), bytes.clone());
            return row.with(Math.max(row.pieces(), place + 1), now);
        });
    }

    @Override
    public boolean settle(AttachmentId id, Storage storage) {
        return change(id, row -> isCopied(row, storage), row -> {
            int kept = storage == Storage.DATABASE ? row.pieces() : 0;
            removeChunks(row, kept);
            return row.with(kept, row.touchedAt()).in(storage);
        });
    }

    private boolean isCopied(StoredFile row, Storage to) {
        return to == Storage.DATABASE
                ? row.isBoundIn(Storage.OBJECT_STORE)
                        && IntStream.range(0, row.objects()).allMatch(place -> chunks.find(new Place(row.id(), place))
                                .isPresent())
                : row.isBoundIn(Storage.DATABASE) && row.copiedOut();
    }

    @Override
    public void discard(Collection<AttachmentId> ids, Instant now) {
        transactions.inTransaction(ignored -> {
            ids.stream().sorted(Comparator.comparing(AttachmentId::value)).forEach(id -> {
                files.hold(id);
                files.find(id)
                        .filter(row -> row.state() != StoredFile.State.DISCARDED)
                        .ifPresent(row -> files.put(id, row.in(StoredFile.State.DISCARDED, now)));
            });
            return ids;
        });
    }

    @Override
    public List<AttachmentId> discardOver(Instant silentSince, Instant unboundSince, Instant now, int limit) {
        transactions.require();
        List<AttachmentId> over = files.list().stream()
                .filter(row -> row.isOver(silentSince, unboundSince) && files.tryHold(row.id()))
                .map(StoredFile::id)
                // Held only now; it may have changed meanwhile
                .filter(id -> files.find(id)
                        .filter(row -> row.isOver(silentSince, unboundSince))
                        .isPresent())
                .limit(limit)
                .toList();
        discard(over, now);
        return over;
    }

    @Override
    public int countObjects(AttachmentId id) {
        return files.find(id)
                .filter(row -> row.state() == StoredFile.State.DISCARDED && row.hasObjects())
                .map(StoredFile::objects)
                .orElse(0);
    }

    @Override
    public boolean sweep(AttachmentId id, int number) {
        transactions.require();
        files.hold(id);
        Optional<StoredFile> row = files.find(id).filter(found -> found.state() == StoredFile.State.DISCARDED);
        if (row.isEmpty()) {
            return true;
        }
        StoredFile found = row.get();
        int left = Math.max(0, found.pieces() - number);
        removeChunks(found, left);
        if (left > 0) {
            files.put(id, found.with(left, found.touchedAt()));
            return false;
        }
        files.remove(id);
        giveBack(id, found.reserved());
        return true;
    }

    private void removeChunks(StoredFile row, int from) {
        for (int place = from; place < row.pieces(); place++) {
            chunks.remove(new Place(row.id(), place));
        }
    }

    @Override
    public byte[] chunk(AttachmentId id, int place) {
        return chunks.find(new Place(id, place))
                .map(byte[]::clone)
                .orElseThrow(() -> new NoSuchElementException("no piece " + place + " of " + id));
    }

    @Override
    public Optional<Thumbnail> findThumbnail(AttachmentId id) {
        return files.find(id)
                .filter(row -> row.state() == StoredFile.State.UPLOADED || row.state() == StoredFile.State.BOUND)
                .flatMap(StoredFile::thumbnail);
    }

    @Override
    public long used(TenantId tenant) {
        return used.find(tenant).orElse(0L);
    }

    /** Whether {@code row} is a file that has to be kept, discarded, until its objects are gone. */
    static boolean hasObjects(Object row) {
        return row instanceof StoredFile file && file.hasObjects();
    }

    /** Discards at most {@code most} of the tenant's files in the object store, which stay as silent as they were; how many those were. */
    int discardObjects(TenantId tenant, int most) {
        List<StoredFile> some = files.list().stream()
                .filter(row -> row.hasObjects() && row.state() != StoredFile.State.DISCARDED && isOf(tenant, row))
                .limit(most)
                .toList();
        some.forEach(row -> files.put(row.id(), row.in(StoredFile.State.DISCARDED, row.touchedAt())));
        return some.size();
    }

    boolean hasAny(TenantId tenant) {
        return files.list().stream().anyMatch(row -> isOf(tenant, row));
    }

    private static boolean isOf(TenantId tenant, StoredFile row) {
        return row.id().group().tenant().equals(tenant);
    }

    Stream<Attachment> bound(TenantId tenant) {
        return files.list().stream()
                .filter(row -> row.state() == StoredFile.State.BOUND && isOf(tenant, row))
                .flatMap(row -> row.attachment().stream());
    }
}
