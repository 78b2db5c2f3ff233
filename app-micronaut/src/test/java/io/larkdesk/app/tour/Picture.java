package io.larkdesk.app.tour;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A picture of a page in the documents. Beside it is kept what it shows, because pixels differ from one browser to the next; its first line is
 * the picture's digest, so that neither is changed without the other.
 *
 * @param folder where both are kept
 * @param name of both, without an ending
 */
record Picture(Path folder, String name) {

    /** Takes the picture anew. */
    void take(Page page) throws IOException {
        byte[] image = Palette.reduced(page.screenshot());
        Files.createDirectories(folder);
        Files.write(image(), image);
        List<String> kept = new ArrayList<>(List.of(digest(image)));
        kept.addAll(Outline.of(page).lines());
        Files.write(outline(), kept);
    }

    /** In what {@code page} differs from the picture that is kept; empty if the picture shows it. */
    List<String> differences(Page page) throws IOException {
        if (!Files.exists(image()) || !Files.exists(outline())) {
            return List.of("is missing");
        }
        List<String> kept = Files.readAllLines(outline());
        if (!kept.get(0).equals(digest(Files.readAllBytes(image())))) {
            return List.of("is not the picture that was taken");
        }
        return new Outline(kept.subList(1, kept.size())).differences(Outline.of(page));
    }

    private Path image() {
        return folder.resolve(name + ".png");
    }

    private Path outline() {
        return folder.resolve(name + ".txt");
    }

    private static String digest(byte[] image) {
        try {
            return "SHA-256 "
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(image));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
