package io.larkdesk.app.pictures;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/**
 * How large a picture is.
 *
 * @param width in pixels
 * @param height in pixels
 */
record Extent(int width, int height) {

    /** Beyond this, decoding takes more memory than a picture in a chat is worth: decompression bombs begin here. */
    static final long MOST_PIXELS = 50_000_000;

    private static final int LONGEST_SIDE = 30_000;

    boolean isShown() {
        return width >= 1
                && height >= 1
                && width <= LONGEST_SIDE
                && height <= LONGEST_SIDE
                && (long) width * height <= MOST_PIXELS;
    }

    Extent turned(boolean turned) {
        return turned ? new Extent(/* width= */ height, /* height= */ width) : this;
    }

    /** The canvas of a GIF, in which its pictures move. */
    static Extent ofGif(ImageInputStream gif) throws IOException {
        try {
            gif.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            gif.seek(6);
            return new Extent(gif.readUnsignedShort(), gif.readUnsignedShort());
        } finally {
            gif.setByteOrder(ByteOrder.BIG_ENDIAN);
            gif.seek(0);
        }
    }

    /**
     * Of a WebP file, whose three forms say it in three ways; empty if it says it in none.
     *
     * @see <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP container</a>
     */
    static Optional<Extent> ofWebp(ImageInputStream webp) throws IOException {
        webp.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        webp.seek(12);
        int form = webp.readInt();
        webp.seek(20);
        try {
            return switch (form) {
                case 0x20385056 -> lossy(webp);
                case 0x4C385056 -> lossless(webp);
                case 0x58385056 -> extended(webp);
                default -> Optional.empty();
            };
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static Optional<Extent> lossy(ImageInputStream webp) throws IOException {
        webp.skipBytes(3);
        boolean begins =
                webp.readUnsignedByte() == 0x9D && webp.readUnsignedByte() == 1 && webp.readUnsignedByte() == 0x2A;
        Extent extent = new Extent(webp.readUnsignedShort() & 0x3FFF, webp.readUnsignedShort() & 0x3FFF);
        return begins ? Optional.of(extent) : Optional.empty();
    }

    private static Optional<Extent> lossless(ImageInputStream webp) throws IOException {
        boolean begins = webp.readUnsignedByte() == 0x2F;
        int bits = webp.readInt();
        Extent extent = new Extent((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
        return begins ? Optional.of(extent) : Optional.empty();
    }

    private static Optional<Extent> extended(ImageInputStream webp) throws IOException {
        webp.skipBytes(4);
        return Optional.of(new Extent(three(webp) + 1, three(webp) + 1));
    }

    private static int three(ImageInputStream webp) throws IOException {
        return webp.readUnsignedShort() | webp.readUnsignedByte() << 16;
    }
}
