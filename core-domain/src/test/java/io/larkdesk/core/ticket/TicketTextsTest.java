package io.larkdesk.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.group.TicketNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TicketTextsTest {

    @Test
    void titlesAreOneTidyLine() {
        assertThat(Title.parse("  Writes\r\n\ttime\u202E out\u0007 ").text()).isEqualTo("Writes time out");
        assertThat(Title.problemWith(" \n\u0007 ")).contains(TextProblem.EMPTY);
        assertThat(Title.problemWith("\u200F\u200B")).contains(TextProblem.EMPTY);
        assertThat(Title.problemWith("\u200F\u05D0")).isEmpty();
        assertThat(Title.problemWith("x".repeat(Title.LONGEST))).isEmpty();
        assertThat(Title.problemWith("x".repeat(Title.LONGEST + 1))).contains(TextProblem.TOO_LONG);
        assertThatThrownBy(() -> new Title(" x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void descriptionsKeepTheirLinesAndMayBeEmpty() {
        assertThat(Description.parse(" a\r\n\r\tb \u0007").text()).isEqualTo("a\n\n\tb");
        assertThat(Description.problemWith("")).isEmpty();
        assertThat(Description.problemWith("x".repeat(Description.LONGEST))).isEmpty();
        assertThat(Description.problemWith("x".repeat(Description.LONGEST + 1))).contains(TextProblem.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\uD83D", "\uDE00\uD83D"})
    void whatNoTextHasIsRefused(String none) {
        assertThat(Stream.of(
                        Title.problemWith(none),
                        Description.problemWith(none),
                        NoteText.problemWith(none),
                        Resolution.problemWith(none),
                        Rating.problemWith(none)))
                .allMatch(Optional.of(TextProblem.NOT_TEXT)::equals);
    }

    @Test
    void ratingsHaveOneToFiveStars() {
        assertThat(Rating.isStars(0)).isFalse();
        assertThat(Rating.isStars(1)).isTrue();
        assertThat(Rating.isStars(5)).isTrue();
        assertThat(Rating.isStars(6)).isFalse();
        assertThat(Rating.problemWith("x".repeat(Rating.LONGEST_WORD + 1))).contains(TextProblem.TOO_LONG);
        assertThatThrownBy(() -> Rating.of(6, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersAreReadAsPeopleWriteThem() {
        assertThat(TicketNumber.parse("#1042")).contains(new TicketNumber(1042));
        assertThat(TicketNumber.parse("1042")).contains(new TicketNumber(1042));
        assertThat(new TicketNumber(1042)).hasToString("#1042");
        assertThat(TicketNumber.parse("0")).isEmpty();
        assertThat(TicketNumber.parse("01")).isEmpty();
        assertThat(TicketNumber.parse("-1")).isEmpty();
        assertThat(TicketNumber.parse("99999999999999999999")).isEmpty();
    }

    @Test
    void placesInAListTravelInAddresses() {
        TicketQuery.Place place =
                new TicketQuery.Place(new TicketNumber(1042), Instant.ofEpochMilli(123), Severity.CRITICAL);
        assertThat(TicketQuery.Place.parse(place.toString())).contains(place);
        assertThat(TicketQuery.Place.parse("1042-123-5")).isEmpty();
        assertThat(TicketQuery.Place.parse("1042")).isEmpty();
    }
}
