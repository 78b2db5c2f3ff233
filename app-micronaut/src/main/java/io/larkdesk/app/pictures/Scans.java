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

    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int LAST_OF_FRAME = 0xCF;
    private static final int FIRST_OF_APPLICATION = 0xE0;
    private static final int LAST_OF_APPLICATION = 0xEF;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int COMMENT = 0xFE;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    /** Reads it from a JPEG file, and goes back to its beginning; of very many it reads no more than tell so. */
    static Scans of(ImageInputStream jpeg) throws IOException {
        try {
            return new Scans(find(jpeg));
        } finally {
            jpeg.seek(0);
        }
    }

    /** Goes from marker to marker as decoders do: nothing that stands in a segment is taken for one. */
    private static int find(ImageInputStream jpeg) throws IOException {
        int components = 0;
        int scans = 0;
        jpeg.seek(2);
        for (int marker = next(jpeg); marker != END_OF_IMAGE && scans <= MOST; marker = next(jpeg)) {
            if (!hasLength(marker)) {
                continue;
            }
            long end = jpeg.getStreamPosition() + jpeg.readUnsignedShort();
            if (marker == BASELINE || marker == EXTENDED) {
                jpeg.skipBytes(5);
                components = jpeg.readUnsignedByte();
            } else if (marker == START_OF_SCAN) {
                scans++;
                if (jpeg.readUnsignedByte() == components) {
                    return scans;
                }
            }
            jpeg.seek(end);
        }
        return scans;
    }

    /** Whether a segment follows; decoders look for the next marker right after any other, also after one that is reserved. */
    private static boolean hasLength(int marker) {
        return (marker >= BASELINE && marker <= LAST_OF_FRAME)
                || (marker >= START_OF_SCAN && marker <= RESTART_INTERVAL)
                || (marker >= FIRST_OF_APPLICATION && marker <= LAST_OF_APPLICATION)
                || marker == COMMENT;
    }

    /** The next marker, after whatever else; the end of the file is one of the image. */
    private static int next(ImageInputStream jpeg) throws IOException {
        int before = 0;
        for (int now = jpeg.read(); now >= 0; now = jpeg.read()) {
            if (before == 0xFF && now != 0 && now != 0xFF) {
                return now;
            }
            before = now;
        }
        return END_OF_IMAGE;
    }

    /** Whether a picture so large can be decoded without much memory, and soon. Where none is found, another image follows, with any number. */
    boolean areFew(Extent extent) {
        return count == 1 || (count > 1 && count <= MOST && (long) extent.width() * extent.height() <= MOST_PIXELS);
    }
}
