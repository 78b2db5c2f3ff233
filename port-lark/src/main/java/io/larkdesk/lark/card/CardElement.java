package io.larkdesk.lark.card;

import java.net.URI;
import java.util.Objects;
import java.util.function.Function;

/** One part of a card's body. */
public sealed interface CardElement {

    /** Applies the function for the kind of element that this is. */
    <R> R fold(Function<Text, R> text, Function<Fact, R> fact, Function<Button, R> button);

    /**
     * Plain text.
     *
     * @param content what it says; half surrogate pairs become "?"
     * @param look how it looks
     * @param lines at most so many lines are shown
     */
    record Text(String content, Look look, int lines) implements CardElement {

        /** How text looks. */
        public enum Look {
            /** As usual. */
            NORMAL,
            /** Small and grey. */
            NOTE,
            /** Large. */
            HEADING
        }

        /** Refuses null, and no lines. */
        public Text {
            content = Card.encodable(content);
            Objects.requireNonNull(look, "look");
            if (lines < 1) {
                throw new IllegalArgumentException("lines is not positive: " + lines);
            }
        }

        @Override
        public <R> R fold(Function<Text, R> text, Function<Fact, R> fact, Function<Button, R> button) {
            return text.apply(this);
        }
    }

    /**
     * What something is, beside its name.
     *
     * @param name what it is called, such as "Started"; half surrogate pairs become "?"
     * @param content what it is
     */
    record Fact(String name, String content) implements CardElement {

        /** Refuses null. */
        public Fact {
            name = Card.encodable(name);
            content = Card.encodable(content);
        }

        @Override
        public <R> R fold(Function<Text, R> text, Function<Fact, R> fact, Function<Button, R> button) {
            return fact.apply(this);
        }
    }

    /**
     * A button that opens a page, and so needs no callback address.
     *
     * @param label at most {@value #LONGEST_LABEL} characters; half surrogate pairs become "?"
     * @param weight how much it stands out
     * @param opens the page
     */
    record Button(String label, Weight weight, URI opens) implements CardElement {

        /** The longest label that Lark takes, in characters. */
        public static final int LONGEST_LABEL = 100;

        /** How much a button stands out. */
        public enum Weight {
            /** The one thing to do. */
            PRIMARY,
            /** The one thing to do, in an Emergency. */
            DANGER,
            /** Something else to do. */
            NORMAL
        }

        /** Refuses null, and an overlong label. */
        public Button {
            label = Card.encodable(label);
            Objects.requireNonNull(weight, "weight");
            Objects.requireNonNull(opens, "opens");
            if (label.length() > LONGEST_LABEL) {
                throw new IllegalArgumentException("label is too long: " + label.length());
            }
        }

        @Override
        public <R> R fold(Function<Text, R> text, Function<Fact, R> fact, Function<Button, R> button) {
            return button.apply(this);
        }
    }
}
