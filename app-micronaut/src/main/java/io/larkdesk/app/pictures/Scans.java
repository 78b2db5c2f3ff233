package io.larkdesk.app.pictures;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * Of how many scans a JPEG file is. One that has several, such as a progressive one, is kept as a whole beside the heap until the last of them is
 * read, some eight bytes for each pixel, and each scan goes over all of it.
 *
 * @param count how many
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81</a>, annex B
 */
record Scans(int count) {

    /** Encoders write some ten. */
    private static final int MOST = 50;

    private static final long MOST_PIXELS = 8_000_000;

    private static final int MOST_SEGMENTS = 100;
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    /** Reads it from a JPEG file, and goes back to its beginning. */
    static Scans of(ImageInputStream jpeg) throws IOException {
        try {
            return new Scans(find(jpeg));
        } finally {
            jpeg.seek(0);
        }
    }

    private static int find(ImageInputStream jpeg) throws IOException {
        int components = 0;
        long at = 2;
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            jpeg.seek(at);
            int marker = jpeg.readUnsignedShort() & 0xFF;
            int length = jpeg.readUnsignedShort();
            if (marker == START_OF_SCAN) {
                return jpeg.readUnsignedByte() == components ? 1 : 1 + countFurther(jpeg);
            }
            if (marker == BASELINE || marker == EXTENDED) {
                jpeg.skipBytes(5);
                components = jpeg.readUnsignedByte();
            }
            at += 2 + length;
        }
        return Integer.MAX_VALUE;
    }

    /** Within a scan 0xFF begins nothing else than a marker. */
    private static int countFurther(ImageInputStream jpeg) throws IOException {
        byte[] bytes = new byte[1 << 16];
        int scans = 0;
        int before = 0;
        for (int read = jpeg.read(bytes); read > 0; read = jpeg.read(bytes)) {
            for (int i = 0; i < read; i++) {
                int now = bytes[i] & 0xFF;
                if (before == 0xFF && now == END_OF_IMAGE) {
                    return scans;
                }
                if (before == 0xFF && now == START_OF_SCAN) {
                    scans++;
                }
                before = now;
            }
        }
        return scans;
    }

    /** Whether a picture so large can be decoded without much memory, and soon. */
    boolean areFew(Extent extent) {
        return count == 1 || (count <= MOST && (long) extent.width() * extent.height() <= MOST_PIXELS);
    }
}
