package io.larkdesk.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MessageBodyProperties {

    @Property
    void anyTextIsABodyOrHasAProblem(@ForAll("texts") String text) {
        if (MessageBody.problemWith(text).isEmpty()) {
            MessageBody body = MessageBody.parse(text);

            assertThat(MessageBody.parse(body.text())).isEqualTo(body);
            assertThat(body.text()).isEqualTo(body.text().strip()).doesNotContain("\r", "\u202E", "\u2066");
        }
    }

    @Property
    void segmentsPutTogetherAreTheText(@ForAll("texts") String text) {
        if (MessageBody.problemWith(text).isEmpty()) {
            MessageBody body = MessageBody.parse(text);

            assertThat(body.segments().stream()
                            .map(segment -> segment instanceof MessageBody.Mentioned mentioned
                                    ? "<@" + mentioned.person() + ">"
                                    : ((MessageBody.Text) segment).value())
                            .collect(Collectors.joining()))
                    .isEqualTo(body.text());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> mentions = Arbitraries.integers().between(0, 60).map(i -> "<@" + new UUID(1, i) + ">");
        Arbitrary<String> awkward =
                Arbitraries.of(" ", "\r", "\n", "\r\n", "\u202E", "\u2066", "<@", ">", "\u0000", "🐦", "\uD83D");
        Arbitrary<String> words = Arbitraries.strings().ofMaxLength(5);
        return Arbitraries.oneOf(mentions, awkward, words).list().ofMaxSize(80).map(parts -> String.join("", parts));
    }
}
