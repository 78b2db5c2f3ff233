package io.larkdesk.benchmarks.pure;

import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement;
import java.net.URI;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** How long it takes to put a mention on a card, with everything that is checked of its parts. */
public class CardBenchmark extends Reckoning {

    private final String words =
            "@Ben Example could you please look at the tills in Aarhus, they have been offline since eight.";
    private final URI page = URI.create("https://desk.example.com/lark/cli_quay/groups/aarhus#m-42");

    /** One text and one button. */
    @Benchmark
    public Card mention() {
        return new Card(
                Card.Template.TURQUOISE,
                "Ann Example mentioned you",
                words,
                page,
                List.of(
                        new CardElement.Text(words, CardElement.Text.Look.NORMAL, 4),
                        new CardElement.Button("Open the conversation", CardElement.Button.Weight.PRIMARY, page)));
    }
}
