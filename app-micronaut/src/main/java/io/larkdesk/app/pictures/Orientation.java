package io.larkdesk.app.pictures;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/** How a photo has to be turned to stand upright, as EXIF says it: 1 not at all, up to 8. */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int MOST_SEGMENTS = 100;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int MOST_TAGS = 500;
    private static final int BYTES_OF_TAG = 12;

    /** Reads it from a JPEG file, and goes back to its beginning. */
    static Orientation of(ImageInputStream jpeg) throws IOException {
        try {
            return find(jpeg);
        } finally {
            jpeg.setByteOrder(ByteOrder.BIG_ENDIAN);
            jpeg.seek(0);
        }
    }

    private static Orientation find(ImageInputStream jpeg) throws IOException {
        long at = 2;
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            jpeg.seek(at);
            int marker = jpeg.readUnsignedShort();
            int length = jpeg.readUnsignedShort();
            if (marker >> 8 != 0xFF || (marker & 0xFF) == START_OF_SCAN) {
                break;
            }
            if ((marker & 0xFF) == APP1 && isExif(jpeg)) {
                return ofTiff(jpeg, at + 4 + EXIF.length);
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean isExif(ImageInputStream jpeg) throws IOException {
        for (byte expected : EXIF) {
            if (jpeg.readByte() != expected) {
                return false;
            }
        }
        return true;
    }

    private static Orientation ofTiff(ImageInputStream jpeg, long start) throws IOException {
        jpeg.seek(start);
        jpeg.setByteOrder(jpeg.readUnsignedShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        jpeg.seek(start + 4);
        long directory = start + jpeg.readUnsignedInt();
        jpeg.seek(directory);
        int tags = Math.min(MOST_TAGS, jpeg.readUnsignedShort());
        for (int tag = 0; tag < tags; tag++) {
            jpeg.seek(directory + 2 + (long) BYTES_OF_TAG * tag);
            if (jpeg.readUnsignedShort() == TAG) {
                jpeg.skipBytes(6);
                int value = jpeg.readUnsignedShort();
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean isTurned() {
        return value >= 5;
    }

    /** Brings a picture of this width and height upright. */
    AffineTransform upright(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
