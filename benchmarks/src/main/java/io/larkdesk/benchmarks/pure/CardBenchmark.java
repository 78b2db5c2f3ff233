package io.larkdesk.benchmarks.pure;

import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to put a mention on a card, with everything that is checked of its parts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CardBenchmark {

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
