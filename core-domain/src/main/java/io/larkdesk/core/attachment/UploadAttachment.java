package io.larkdesk.core.attachment;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Sha256;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A member brings a file into a group, where nobody else sees it until it is sent. Its bytes are stored as they come, and no transaction is
 * open while they come; if it breaks off, nothing stays behind. What a node leaves that dies meanwhile is tidied later.
 */
@Singleton
public final class UploadAttachment {

    private final Transactions transactions;
    private final Members members;
    private final Attachments attachments;
    private final FileBytes bytes;
    private final Pictures pictures;
    private final AttachmentPolicy policy;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public UploadAttachment(
            Transactions transactions,
            Members members,
            Attachments attachments,
            FileBytes bytes,
            Pictures pictures,
            AttachmentPolicy policy,
            Randomness randomness) {
        this.transactions = transactions;
        this.members = members;
        this.attachments = attachments;
        this.bytes = bytes;
        this.pictures = pictures;
        this.policy = policy;
        this.randomness = randomness;
    }

    /**
     * What is to come.
     *
     * @param group where to
     * @param uploader who brings it
     * @param name what it is called
     * @param declaredType what the sender says that it is; empty text if nothing
     * @param most how many bytes can come, if that is known; it cannot have more
     */
    public record Command(GroupId group, PersonId uploader, FileName name, String declaredType, Optional<Long> most) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(uploader, "uploader");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(declaredType, "declaredType");
            Objects.requireNonNull(most, "most");
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * The file is here.
     *
     * @param attachment the file, unbound
     */
    public record Uploaded(Attachment attachment) implements Result {}

    /**
     * The file is not taken, and nothing of it stays.
     *
     * @param problem why
     */
    public record Refused(Problem problem) implements Result {}

    /** The uploader is not in the group, or there is no such group. */
    public record NotAMember() implements Result {}

    /** Why a file is not taken. */
    public enum Problem {
        /** It has no byte. */
        EMPTY,
        /** It has more than files can have. */
        TOO_LARGE,
        /** It was said to be a picture, and is none. */
        NOT_A_PICTURE,
        /** The tenant's quota has no room for it. */
        NO_ROOM,
        /** It stopped coming before its end. */
        BROKEN_OFF,
        /** Where files are stored nothing can be stored just now. */
        STORE_AWAY
    }

    /** Takes the file from {@code source}. */
    public Result execute(Command command, ByteSource source) {
        Optional<Long> most = command.most();
        if (most.filter(bytes -> bytes > policy.maxSize()).isPresent()) {
            return refuse(command, Problem.TOO_LARGE);
        }
        if (most.filter(bytes -> bytes < 1).isPresent()) {
            return refuse(command, Problem.EMPTY);
        }
        AttachmentId id = new AttachmentId(command.group(), randomness.uuid());
        Optional<Result> refusal = begin(id, command, most.orElse(policy.maxSize()));
        return refusal.orElseGet(() -> receive(id, command, source));
    }

    /** Strangers hear the same, whatever they bring. */
    private Result refuse(Command command, Problem problem) {
        return transactions.inTransaction(now -> isIn(command) ? new Refused(problem) : new NotAMember());
    }

    private boolean isIn(Command command) {
        return !members.listIn(command.group(), List.of(command.uploader())).isEmpty();
    }

    private Optional<Result> begin(AttachmentId id, Command command, long reserved) {
        return transactions.inTransaction(now -> {
            if (!isIn(command)) {
                return Optional.of(new NotAMember());
            }
            Upload upload =
                    new Upload(id, command.uploader(), command.name(), reserved, policy.storage(), policy.chunk(), now);
            return attachments.begin(upload, policy.quota())
                    ? Optional.empty()
                    : Optional.of(new Refused(Problem.NO_ROOM));
        });
    }

    private Result receive(AttachmentId id, Command command, ByteSource source) {
        Result result;
        try {
            Intake.Outcome taken = new Intake(
                            policy.chunk(), (place, piece) -> bytes.store(id, policy.storage(), place, piece))
                    .take(source, command.most().orElse(policy.maxSize()), command.declaredType());
            result = taken instanceof Intake.Whole whole
                    ? complete(id, command, whole)
                    : new Refused(((Intake.Bad) taken).problem());
        } catch (BrokenOffException e) {
            result = new Refused(Problem.BROKEN_OFF);
        } catch (ObjectStoreException e) {
            // What was put last may still arrive: its objects are swept once that is over
            attempt(() -> discard(id));
            return new Refused(Problem.STORE_AWAY);
        } catch (RuntimeException e) {
            drop(id);
            throw e;
        }
        if (!(result instanceof Uploaded)) {
            drop(id);
        }
        return result;
    }

    private Result complete(AttachmentId id, Command command, Intake.Whole whole) {
        Optional<Pictures.Seen> seen = whole.type().isPicture()
                ? pictures.look(
                        whole.type(),
                        new OpenAttachment.Pieces(bytes, id, policy.storage(), whole.size(), policy.chunk()))
                : Optional.empty();
        return transactions.inTransaction(now -> {
            if (!isIn(command)) {
                return new NotAMember();
            }
            Attachment attachment = new Attachment(
                    id,
                    command.uploader(),
                    command.name(),
                    whole.type(),
                    whole.size(),
                    whole.digest(),
                    seen.map(Pictures.Seen::picture),
                    now);
            return attachments.complete(attachment, seen.flatMap(Pictures.Seen::thumbnail))
                    ? new Uploaded(attachment)
                    : new Refused(Problem.BROKEN_OFF);
        });
    }

    private void drop(AttachmentId id) {
        attempt(() -> {
            discard(id);
            bytes.sweep(id);
        });
    }

    private void discard(AttachmentId id) {
        transactions.inTransaction(now -> {
            attachments.discard(List.of(id), now);
            return id;
        });
    }

    /** If a store fails just now, the upload falls silent, and is tidied as such. */
    private static void attempt(Runnable clearing) {
        try {
            clearing.run();
        } catch (RuntimeException ignored) {
            // What the upload was dropped for is worth more to the caller
        }
    }

    /** Takes a file in, piece by piece, and finds out what it is. Of one thread, for one file. */
    private static final class Intake {

        private final byte[] piece;
        private final Store store;
        private final MessageDigest digest = Sha256.digest();
        private final ByteBuffer head = ByteBuffer.allocate(FileType.HEAD);

        Intake(int chunk, Store store) {
            this.piece = new byte[chunk];
            this.store = store;
        }

        /** Where the pieces go. */
        interface Store {

            /** Says whether the piece could be stored. */
            boolean put(int place, byte[] bytes);
        }

        /** How it ended. */
        sealed interface Outcome {}

        /** All of it is stored. */
        record Whole(FileType type, long size, String digest) implements Outcome {}

        /** Something is wrong with it. */
        record Bad(Problem problem) implements Outcome {}

        Outcome take(ByteSource source, long most, String declaredType) {
            FileType type = FileType.OTHER;
            long size = 0;
            for (int place = 0; ; place++) {
                int length = fill(source);
                boolean over = length < piece.length;
                size += length;
                if (size > most) {
                    return new Bad(Problem.TOO_LARGE);
                }
                if (size == 0) {
                    return new Bad(Problem.EMPTY);
                }
                if (head.hasRemaining()) {
                    head.put(piece, 0, Math.min(length, head.remaining()));
                    type = FileType.of(head.array(), head.position());
                }
                boolean isKnown = over || !head.hasRemaining();
                if (isKnown && FileType.promisesPicture(declaredType) && !type.isPicture()) {
                    return new Bad(Problem.NOT_A_PICTURE);
                }
                digest.update(piece, 0, length);
                if (length > 0 && !store.put(place, Arrays.copyOf(piece, length))) {
                    return new Bad(Problem.BROKEN_OFF);
                }
                if (over) {
                    return new Whole(type, size, HexFormat.of().formatHex(digest.digest()));
                }
            }
        }

        private int fill(ByteSource source) {
            int length = 0;
            while (length < piece.length) {
                int came = source.read(piece, length, piece.length - length);
                if (came < 0) {
                    break;
                }
                length += came;
            }
            return length;
        }
    }
}
