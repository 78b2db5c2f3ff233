package io.larkdesk.app.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gg.jte.output.StringOutput;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BarChartTest {

    private static final Pattern FIRST = Pattern.compile("<rect fill=\"rgb\\(0,0,1\\)\" height=\"([\\d.]+)\"");

    private static String draw(BarChart chart) {
        StringOutput output = new StringOutput();
        chart.writeTo(output);
        return output.toString();
    }

    private static BarChart chart(List<Number> first, List<Number> second) {
        return new BarChart(
                "\"a\" & <b>",
                List.of("一月", "二月"),
                List.of(new BarChart.Series("one", first), new BarChart.Series("two", second)));
    }

    @Test
    void barsAreAsHighAsTheirValues() {
        List<Double> heights = FIRST.matcher(draw(chart(List.of(3, 6), List.of(1, 9.5))))
                .results()
                .map(bar -> Double.parseDouble(bar.group(1)))
                .toList();
        assertThat(heights).hasSize(2);
        assertThat(heights.get(1) / heights.get(0)).isCloseTo(2, within(0.001));
    }

    @Test
    void itIsAPictureInTheStyleOfItsPage() {
        String svg = draw(chart(List.of(3, 6), List.of(1, 9)));
        assertThat(svg)
                .startsWith("<svg ")
                .contains(
                        "role=\"img\"",
                        "aria-label=\"&quot;a&quot; &amp; &lt;b&gt;\"",
                        "viewBox=\"0 0 440 200\"",
                        ">一月</text>",
                        "fill=\"rgb(0,0,2)\"");
        // A strict policy of the page allows no style of its own, and names have to be unique in it
        assertThat(svg).doesNotContain(" style=", "<style", " id=", "url(", "<script");
    }

    @Test
    void whatHasNothingIsFlat() {
        assertThat(chart(List.of(0, 0), List.of(0.0, 0)).isFlat()).isTrue();
        assertThat(chart(List.of(0, 0), List.of(0.0, 0.1)).isFlat()).isFalse();
    }

    @Test
    void eachCategoryHasAValue() {
        assertThatThrownBy(() -> chart(List.of(1), List.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
    }
}
