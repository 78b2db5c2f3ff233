package io.larkdesk.app.page;

import io.larkdesk.core.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file that a page refers to, with the hash that stands in its address. */
final class Asset {

    private static final int HASH_BYTES = 8;

    private final String type;
    private final byte[] content;
    private final byte[] zipped;
    private final String hash;

    Asset(String type, byte[] content) {
        this.type = type;
        this.content = content;
        this.zipped = zip(content);
        this.hash = hash(content);
    }

    /** The media type. */
    String type() {
        return type;
    }

    byte[] content() {
        return content.clone();
    }

    /** The content, compressed by gzip. */
    byte[] zipped() {
        return zipped.clone();
    }

    String hash() {
        return hash;
    }

    private static byte[] zip(byte[] content) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(Sha256.digest().digest(content), 0, HASH_BYTES);
    }
}
