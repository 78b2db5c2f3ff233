package io.larkdesk.app.pictures;

import io.larkdesk.core.attachment.FileType;
import io.larkdesk.core.attachment.Pictures;
import io.larkdesk.core.attachment.StoredBytes;
import io.larkdesk.core.attachment.Thumbnail;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at pictures with the JDK's own decoders. WebP it cannot decode: of that only the dimensions are read. */
@Singleton
final class JdkPictures implements Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(JdkPictures.class);

    /** Decoding takes memory by the size of the picture, so not many at once. */
    private static final int AT_ONCE = 2;

    /** A picture without a small copy is shown itself, if it does not weigh more. */
    private static final long LIGHT = 1_000_000;

    private final Semaphore decoders = new Semaphore(AT_ONCE, true);

    JdkPictures() {
        // Not to keep a second copy of each picture in a temporary file
        ImageIO.setUseCache(false);
    }

    @Override
    public Optional<Seen> look(FileType type, StoredBytes bytes) {
        try (StoredImage image = new StoredImage(bytes)) {
            try {
                return type == FileType.WEBP ? measure(image) : decode(type, image);
            } catch (IOException | RuntimeException e) {
                image.failure().ifPresent(failure -> {
                    throw failure;
                });
                // The decoders throw whatever they stumble over; what they say is of the picture, not of us
                LOG.debug("A picture could not be decoded: {}", e.toString());
                return Optional.empty();
            }
        } catch (IOException closing) {
            LOG.debug("A picture could not be closed", closing);
            return Optional.empty();
        }
    }

    private static Optional<Seen> measure(StoredImage image) throws IOException {
        return Extent.ofWebp(image).filter(Extent::isShown).flatMap(extent -> withoutCopy(image, extent));
    }

    private static Optional<Seen> withoutCopy(StoredImage image, Extent extent) {
        return image.length() > LIGHT
                ? Optional.empty()
                : Optional.of(new Seen(extent.width(), extent.height(), Optional.empty()));
    }

    private Optional<Seen> decode(FileType type, StoredImage image) throws IOException {
        Orientation orientation = type == FileType.JPEG ? Orientation.of(image) : Orientation.UPRIGHT;
        Scans scans = type == FileType.JPEG ? Scans.of(image) : new Scans(1);
        Optional<Extent> canvas = type == FileType.GIF ? Optional.of(Extent.ofGif(image)) : Optional.empty();
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.name()).next();
        try {
            // Without texts and profiles: unpacked, they may take a thousand times the file's size
            reader.setInput(image, false, true);
            Extent extent = new Extent(reader.getWidth(0), reader.getHeight(0));
            Extent shown = canvas.orElse(extent).turned(orientation.isTurned());
            if (!extent.isShown() || !shown.isShown()) {
                return Optional.empty();
            }
            if (!scans.areFew(extent)) {
                return withoutCopy(image, shown);
            }
            return Optional.of(
                    new Seen(shown.width(), shown.height(), Optional.of(thumbnail(reader, extent, orientation))));
        } finally {
            reader.dispose();
        }
    }

    private Thumbnail thumbnail(ImageReader reader, Extent extent, Orientation orientation) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(extent.width(), extent.height()) / (2 * Miniature.LONGEST_SIDE));
        param.setSourceSubsampling(step, step, 0, 0);
        decoders.acquireUninterruptibly();
        try {
            BufferedImage decoded = reader.read(0, param);
            return Miniature.of(decoded, orientation);
        } finally {
            decoders.release();
        }
    }
}
