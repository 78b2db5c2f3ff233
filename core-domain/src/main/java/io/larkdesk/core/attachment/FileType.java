package io.larkdesk.core.attachment;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a file is, by how it begins and never by its name. Only {@linkplain #isPicture() pictures} are shown in pages; of everything else
 * the type is said, and the file is for saving.
 */
public enum FileType {
    /** Portable Network Graphics. */
    PNG("image/png", "\u0089PNG\r\n\u001A\n"),
    /** A photo. */
    JPEG("image/jpeg", "\u00FF\u00D8\u00FF"),
    /** A picture with few colours that may move. */
    GIF("image/gif", "GIF87a|GIF89a"),
    /** A picture of the web. */
    WEBP("image/webp", "RIFF????WEBP"),
    /** A document as printed. */
    PDF("application/pdf", "%PDF-"),
    /** An archive; documents of office programs are such too. */
    ZIP("application/zip", "PK\u0003\u0004|PK\u0005\u0006"),
    /** A compressed file. */
    GZIP("application/gzip", "\u001F\u008B\u0008"),
    /** A film. */
    MP4("video/mp4", "????ftypisom|????ftypmp4|????ftypavc1|????ftypM4V "),
    /** A film of a phone or a Mac. */
    QUICKTIME("video/quicktime", "????ftypqt  "),
    /** Anything else. */
    OTHER("application/octet-stream", "");

    /** How many bytes of the beginning tell. */
    public static final int HEAD = 16;

    private static final char ANY = '?';

    private final String mediaType;

    /** Beginnings, with bars between them: a character for each byte, or a question mark for any byte. The last type begins anyhow. */
    private final String beginnings;

    FileType(String mediaType, String beginnings) {
        this.mediaType = mediaType;
        this.beginnings = beginnings;
    }

    /**
     * The type of a file.
     *
     * @param head how it begins
     * @param length how many bytes of {@code head} count; {@link #HEAD} are enough
     */
    public static FileType of(byte[] head, int length) {
        return Stream.of(values())
                .filter(type ->
                        Stream.of(type.beginnings.split("\\|", -1)).anyMatch(sign -> begins(head, length, sign)))
                .findFirst()
                .orElse(OTHER);
    }

    private static boolean begins(byte[] head, int length, String sign) {
        if (length < sign.length()) {
            return false;
        }
        for (int i = 0; i < sign.length(); i++) {
            if (sign.charAt(i) != ANY && (head[i] & 0xFF) != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody who says that a file is of this media type promises a picture as pages show them. */
    static boolean promisesPicture(String mediaType) {
        String plain = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return plain.equals("image/jpg")
                || Stream.of(values()).anyMatch(type -> type.isPicture() && type.mediaType.equals(plain));
    }

    /** Whether pages show it. */
    public boolean isPicture() {
        return switch (this) {
            case PNG, JPEG, GIF, WEBP -> true;
            case PDF, ZIP, GZIP, MP4, QUICKTIME, OTHER -> false;
        };
    }

    /** The media type, as answers over HTTP say it. */
    public String mediaType() {
        return mediaType;
    }
}
