package io.larkdesk.app.pictures;

import io.larkdesk.core.attachment.FileType;
import io.larkdesk.core.attachment.Thumbnail;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Makes small copies: upright, of nothing but pixels; JPEG, or PNG where something shines through. */
final class Miniature {

    /** Twice what pages show, for screens with double the pixels. */
    static final int LONGEST_SIDE = 640;

    private static final float QUALITY = 0.82f;

    private Miniature() {}

    static Thumbnail of(BufferedImage picture, Orientation orientation) throws IOException {
        BufferedImage small = turn(shrink(picture), orientation);
        boolean transparent = small.getColorModel().hasAlpha();
        FileType type = transparent ? FileType.PNG : FileType.JPEG;
        return new Thumbnail(type, encode(small, type));
    }

    /** By half at a time: each pixel then has its part in the outcome. */
    private static BufferedImage shrink(BufferedImage picture) {
        BufferedImage current = plain(picture, picture.getWidth(), picture.getHeight());
        while (Math.max(current.getWidth(), current.getHeight()) > LONGEST_SIDE) {
            double longest = Math.max(current.getWidth(), current.getHeight());
            double scale = Math.max(0.5, LONGEST_SIDE / longest);
            current = plain(current, Math.max(1, (int) Math.round(current.getWidth() * scale)), Math.max(1, (int)
                    Math.round(current.getHeight() * scale)));
        }
        return current;
    }

    private static BufferedImage plain(BufferedImage picture, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, kind(picture));
        AffineTransform scale = AffineTransform.getScaleInstance(
                (double) width / picture.getWidth(), (double) height / picture.getHeight());
        draw(picture, drawn, scale);
        return drawn;
    }

    private static BufferedImage turn(BufferedImage picture, Orientation orientation) {
        if (orientation.equals(Orientation.UPRIGHT)) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage turned = orientation.isTurned()
                ? new BufferedImage(height, width, kind(picture))
                : new BufferedImage(width, height, kind(picture));
        draw(picture, turned, orientation.upright(width, height));
        return turned;
    }

    private static int kind(BufferedImage picture) {
        return picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    }

    private static void draw(BufferedImage picture, BufferedImage onto, AffineTransform how) {
        Graphics2D pen = onto.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, how, null);
        pen.dispose();
    }

    private static byte[] encode(BufferedImage picture, FileType type) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.name()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
