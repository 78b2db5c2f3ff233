package io.larkdesk.core.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PersonNameProperties {

    @Property
    void anyTextBecomesACleanName(@ForAll("texts") String text) {
        PersonName name = PersonName.of(text);

        assertThat(name.value()).isNotEmpty();
        assertThat(name.value().codePointCount(0, name.value().length())).isLessThanOrEqualTo(64);
        assertThat(name.value().codePoints()).noneMatch(c -> Character.isISOControl(c) || isUnseen(c));
        assertThat(PersonName.of(name.value())).isEqualTo(name);
    }

    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> awkward = Arbitraries.of(
                " ", "\u00A0", "\u3000", "\n", "\u0000", "\u202E", "\u200B", "\uFEFF", "e\u0301", "\u0301", "🐦",
                "\uD83D", "\uE000");
        return Arbitraries.oneOf(awkward, Arbitraries.strings().ofMaxLength(10))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Example
    void whoHasNoVisibleNameIsCalledAQuestionMark() {
        assertThat(PersonName.of("\u202E \u200B\n")).hasToString("?");
    }

    @Example
    void charactersAreComposedAndSpacesSingle() {
        assertThat(PersonName.of("  Zoe\u0308\u3000 \tLi ")).hasToString("Zoë Li");
        assertThat(PersonName.of("Zoe\u200B\u0308")).hasToString("Zoë");
    }

    @Example
    void nameIsCutAt64CharactersAndNotWithinOne() {
        assertThat(PersonName.of("🐦".repeat(65))).hasToString("🐦".repeat(64));
        assertThat(PersonName.of("x".repeat(64))).hasToString("x".repeat(64));
        assertThat(PersonName.of("x".repeat(63) + " y")).hasToString("x".repeat(63));
    }

    @Example
    void uncleanNameIsRefused() {
        for (String text :
                IntStream.of(0, 0x202E, ' ').mapToObj(c -> "x" + (char) c).toList()) {
            assertThatThrownBy(() -> new PersonName(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new PersonName("")).isInstanceOf(IllegalArgumentException.class);
    }
}
