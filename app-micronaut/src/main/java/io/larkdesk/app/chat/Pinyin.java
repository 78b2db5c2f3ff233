package io.larkdesk.app.chat;

import com.ibm.icu.text.Transliterator;
import jakarta.inject.Singleton;
import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes Chinese names as people type them on a Latin keyboard. A character with several readings gets the one that is usual in names,
 * which may be the wrong one. Thread-safe.
 */
@Singleton
final class Pinyin {

    private static final int MOST_KEPT = 10_000;

    private final Map<String, List<String>> kept = new ConcurrentHashMap<>();

    /** Reading the rules takes a moment, so it is left until the first Chinese name. */
    private static final class Rules {

        static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names");
        static final Transliterator TONELESS = Transliterator.getInstance("Latin-ASCII");

        private Rules() {}

        static synchronized String read(String han) {
            return NAMES.transliterate(han);
        }

        static synchronized String withoutTones(String pinyin) {
            return TONELESS.transliterate(pinyin);
        }
    }

    /**
     * The syllables of the Chinese characters in {@code name} as one word, and their first letters as one; none if there are no Chinese
     * characters. The sound {@code ü} is written {@code u}, and also {@code v}, as on keyboards.
     */
    List<String> of(String name) {
        String han = name.codePoints()
                .filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (han.isEmpty()) {
            return List.of();
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(han, Pinyin::spell);
    }

    private static List<String> spell(String han) {
        String read = Rules.read(han);
        Set<String> spelt = new LinkedHashSet<>();
        for (String variant : List.of(read, read.replaceAll("[ǖǘǚǜü]", "v"))) {
            String[] syllables = Rules.withoutTones(variant).strip().split(" +", -1);
            spelt.add(String.join("", syllables));
            spelt.add(Stream.of(syllables)
                    .filter(syllable -> !syllable.isEmpty())
                    .map(syllable -> syllable.substring(0, 1))
                    .collect(Collectors.joining()));
        }
        return List.copyOf(spelt);
    }
}
