package io.larkdesk.core.attachment;

import io.larkdesk.core.attachment.UploadAttachment.Problem;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Takes a file in, piece by piece, and finds out what it is. Of one thread, for one file. */
final class Intake {

    private final byte[] piece;
    private final Store store;
    private final MessageDigest digest = sha256();
    private final byte[] head = new byte[FileType.HEAD];
    private int headLength;
    private FileType type = FileType.OTHER;
    private long size;

    Intake(int chunk, Store store) {
        this.piece = new byte[chunk];
        this.store = store;
    }

    /** Where the pieces go. */
    interface Store {

        /** Says whether the piece could be stored. */
        boolean put(int place, byte[] bytes);
    }

    FileType type() {
        return type;
    }

    long size() {
        return size;
    }

    /** Of all that was taken; asked for once. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    Optional<Problem> take(ByteSource source, long most, String declaredType) {
        boolean typed = false;
        for (int place = 0; ; place++) {
            int length = fill(source);
            boolean over = length < piece.length;
            size += length;
            if (size > most) {
                return Optional.of(Problem.TOO_LARGE);
            }
            note(length);
            if (!typed && (over || headLength == head.length)) {
                typed = true;
                type = FileType.of(head, headLength);
                if (size > 0 && FileType.promisesPicture(declaredType) && !type.isPicture()) {
                    return Optional.of(Problem.NOT_A_PICTURE);
                }
            }
            if (length > 0 && !store.put(place, Arrays.copyOf(piece, length))) {
                return Optional.of(Problem.BROKEN_OFF);
            }
            if (over) {
                return size == 0 ? Optional.of(Problem.EMPTY) : Optional.empty();
            }
        }
    }

    private void note(int length) {
        digest.update(piece, 0, length);
        int missing = Math.min(length, head.length - headLength);
        ByteBuffer.wrap(head).position(headLength).put(piece, 0, missing);
        headLength += missing;
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
