package io.larkdesk.app.tour;

import io.larkdesk.app.pictures.Encoded;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Makes pictures of pages small: of their colours the 256 that are most of them, in place of each other one the nearest. */
final class Palette {

    private static final int SIZE = 256;

    private Palette() {}

    /** The picture {@code png} as a PNG with a palette. */
    static byte[] reduced(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        int[] colours = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SIZE)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
        BufferedImage reduced =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> places = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int place = places.computeIfAbsent(image.getRGB(x, y), colour -> nearest(colours, colour));
                reduced.getRaster().setSample(x, y, 0, place);
            }
        }
        return written(reduced);
    }

    private static int nearest(int[] colours, int wanted) {
        int nearest = 0;
        for (int place = 1; place < colours.length; place++) {
            if (distance(colours[place], wanted) < distance(colours[nearest], wanted)) {
                nearest = place;
            }
        }
        return nearest;
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int part = (one >> shift & 0xff) - (other >> shift & 0xff);
            distance += part * part;
        }
        return distance;
    }

    private static byte[] written(BufferedImage image) throws IOException {
        return Encoded.of(image, "png", param -> {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0); // the most compression there is
        });
    }
}
