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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Files, their pieces, and what each tenant uses. */
final class InMemoryAttachments implements Attachments {

    private final InMemoryTransactions transactions;
    private final Table<AttachmentId, Row> files;
    private final Table<Place, byte[]> chunks;
    private final Table<TenantId, Long> used;

    InMemoryAttachments(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.files = new Table<>(transactions);
        this.chunks = new Table<>(transactions);
        this.used = new Table<>(transactions);
    }

    private record Place(AttachmentId id, int place) {}

    private enum State {
        UPLOADING,
        UPLOADED,
        BOUND,
        DISCARDED
    }

    private record Row(
            Upload upload,
            State state,
            Optional<Attachment> attachment,
            Optional<Thumbnail> thumbnail,
            long reserved,
            int pieces,
            Instant touchedAt) {

        AttachmentId id() {
            return upload.id();
        }

        Row in(State next, Instant now) {
            return new Row(upload, next, attachment, thumbnail, reserved, pieces, now);
        }

        Row with(int number, Instant now) {
            return new Row(upload, state, attachment, thumbnail, reserved, number, now);
        }

        Row uploaded(Attachment file, Optional<Thumbnail> small) {
            return new Row(upload, State.UPLOADED, Optional.of(file), small, file.size(), pieces, file.uploadedAt());
        }

        /** The same file, found in another group. */
        Row movedTo(AttachmentId id) {
            return new Row(
                    new Upload(
                            id,
                            upload.uploader(),
                            upload.name(),
                            upload.reserved(),
                            upload.storage(),
                            upload.chunk(),
                            upload.begunAt()),
                    state,
                    attachment.map(file -> new Attachment(
                            id,
                            file.uploader(),
                            file.name(),
                            file.type(),
                            file.size(),
                            file.digest(),
                            file.picture(),
                            file.uploadedAt())),
                    thumbnail,
                    reserved,
                    pieces,
                    touchedAt);
        }

        boolean isOver(Instant silentSince, Instant unboundSince) {
            return switch (state) {
                case UPLOADING -> !touchedAt.isAfter(silentSince);
                case UPLOADED -> !touchedAt.isAfter(unboundSince);
                case BOUND -> false;
                case DISCARDED -> attachment.isPresent() || !isInObjectStore() || !touchedAt.isAfter(silentSince);
            };
        }

        boolean isInObjectStore() {
            return upload.storage() == Storage.OBJECT_STORE;
        }

        int objects() {
            return Math.toIntExact((reserved + upload.chunk() - 1) / upload.chunk());
        }
    }

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
                new Row(
                        upload,
                        State.UPLOADING,
                        Optional.empty(),
                        Optional.empty(),
                        upload.reserved(),
                        0,
                        upload.begunAt()));
        return true;
    }

    @Override
    public boolean append(AttachmentId id, int place, byte[] bytes, Instant now) {
        return change(id, State.UPLOADING, row -> {
            chunks.put(new Place(id, place), bytes.clone());
            return row.with(place + 1, now);
        });
    }

    @Override
    public boolean touch(AttachmentId id, Instant now) {
        return change(id, State.UPLOADING, row -> row.in(State.UPLOADING, now));
    }

    @Override
    public boolean complete(Attachment attachment, Optional<Thumbnail> thumbnail) {
        transactions.require();
        return change(attachment.id(), State.UPLOADING, row -> {
            giveBack(attachment.id(), row.reserved() - attachment.size());
            return row.uploaded(attachment, thumbnail);
        });
    }

    private boolean change(AttachmentId id, State from, UnaryOperator<Row> how) {
        return transactions.inTransaction(ignored -> {
            files.hold(id);
            Optional<Row> row = files.find(id).filter(found -> found.state() == from);
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
                .filter(row -> row.state() == State.UPLOADED || row.state() == State.BOUND)
                .map(row -> new Kept(
                        row.attachment().orElseThrow(),
                        row.state() == State.BOUND,
                        row.upload().storage(),
                        row.upload().chunk()));
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
                .filter(row ->
                        row.state() == State.UPLOADED && row.upload().uploader().equals(uploader))
                .map(row -> row.attachment().orElseThrow())
                .toList();
    }

    @Override
    public void move(Collection<AttachmentId> ids, GroupId to) {
        transactions.require();
        ids.forEach(id -> files.find(id)
                .filter(row -> row.state() == State.UPLOADED)
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
        ids.forEach(id -> change(id, State.UPLOADED, row -> row.in(State.BOUND, now)));
    }

    @Override
    public void discard(Collection<AttachmentId> ids, Instant now) {
        transactions.inTransaction(ignored -> {
            ids.stream().sorted(Comparator.comparing(AttachmentId::value)).forEach(id -> {
                files.hold(id);
                files.find(id)
                        .filter(row -> row.state() != State.DISCARDED)
                        .ifPresent(row -> files.put(id, row.in(State.DISCARDED, now)));
            });
            return ids;
        });
    }

    @Override
    public List<AttachmentId> discardOver(Instant silentSince, Instant unboundSince, Instant now, int limit) {
        transactions.require();
        List<AttachmentId> over = files.list().stream()
                .filter(row -> row.isOver(silentSince, unboundSince) && files.tryHold(row.id()))
                .map(Row::id)
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
                .filter(row -> row.state() == State.DISCARDED && row.isInObjectStore())
                .map(Row::objects)
                .orElse(0);
    }

    @Override
    public boolean sweep(AttachmentId id, int number) {
        transactions.require();
        files.hold(id);
        Optional<Row> row = files.find(id).filter(found -> found.state() == State.DISCARDED);
        if (row.isEmpty()) {
            return true;
        }
        Row found = row.get();
        int left = Math.max(0, found.pieces() - number);
        for (int place = left; place < found.pieces(); place++) {
            chunks.remove(new Place(id, place));
        }
        if (left > 0) {
            files.put(id, found.with(left, found.touchedAt()));
            return false;
        }
        files.remove(id);
        giveBack(id, found.reserved());
        return true;
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
                .filter(row -> row.state() == State.UPLOADED || row.state() == State.BOUND)
                .flatMap(Row::thumbnail);
    }

    @Override
    public long used(TenantId tenant) {
        return used.find(tenant).orElse(0L);
    }

    /** Whether {@code row} is a file that has to be kept, discarded, until its objects are gone. */
    static boolean isInObjectStore(Object row) {
        return row instanceof Row file && file.isInObjectStore();
    }

    /** Discards at most {@code most} of the tenant's files in the object store, which stay as silent as they were; how many those were. */
    int discardObjects(TenantId tenant, int most) {
        List<Row> some = files.list().stream()
                .filter(row -> row.isInObjectStore() && row.state() != State.DISCARDED && isOf(tenant, row))
                .limit(most)
                .toList();
        some.forEach(row -> files.put(row.id(), row.in(State.DISCARDED, row.touchedAt())));
        return some.size();
    }

    boolean hasAny(TenantId tenant) {
        return files.list().stream().anyMatch(row -> isOf(tenant, row));
    }

    private static boolean isOf(TenantId tenant, Row row) {
        return row.id().group().tenant().equals(tenant);
    }

    Stream<Attachment> bound(TenantId tenant) {
        return files.list().stream()
                .filter(row -> row.state() == State.BOUND && isOf(tenant, row))
                .flatMap(row -> row.attachment().stream());
    }
}
