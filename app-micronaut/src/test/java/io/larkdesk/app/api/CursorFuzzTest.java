package io.larkdesk.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.invite.InviteCode;
import io.larkdesk.core.ticket.TicketQuery.Place;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** Places in lists and in streams, and codes of links, as they come back from outside: one of ours, or refused. */
class CursorFuzzTest {

    @FuzzTest
    void aPlaceIsOneOfOursOrRefused(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();

        read(text, Place::parse);
        read(text, Form::findNumber);
        read(text, Optional::of);
        Place.parse(text)
                .ifPresent(place -> assertThat(Place.parse(place.toString())).hasValue(place));
        Position.parse(text).ifPresent(position -> {
            assertThat(Position.parse(position.toString())).hasValue(position);
            assertThat(position.revision()).isGreaterThanOrEqualTo(position.seq());
        });
        InviteCode.parse(text)
                .ifPresent(code -> assertThat(code.reveal()).isEqualTo(text).matches("[A-Za-z0-9_-]{32}"));
    }

    private static <T> void read(String text, Function<String, Optional<T>> parse) {
        try {
            Cursor.read(text, parse).ifPresent(place -> assertThat(place).isNotNull());
        } catch (Refusal refusal) {
            assertThat(refusal.problem().status()).isEqualTo(422);
        }
        Optional<T> place = parse.apply(text);
        if (place.isPresent() && isText(text)) {
            assertThat(Cursor.read(Cursor.write(text), parse)).isEqualTo(place);
        }
    }

    private static boolean isText(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
    }
}
