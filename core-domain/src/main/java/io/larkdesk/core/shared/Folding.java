package io.larkdesk.core.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Leaves aside what people do when they look for something: case, accents, and other forms of the same characters. */
public final class Folding {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]+");

    private Folding() {}

    /** {@code text} as it is compared: {@code Tomás} and {@code ｔｏｍａｓ} are the same. */
    public static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        // Korean and Japanese characters were taken apart as well
        return Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }
}
