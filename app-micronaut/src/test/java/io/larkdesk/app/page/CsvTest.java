package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    private static String cell(String text) {
        return Csv.rows(List.of(List.of(text))).replaceAll("\\r\\n$", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1 | '=1+1",
                "@SUM(A1) | '@SUM(A1)",
                "\uFF1D1+1 | '\uFF1D1+1",
                "a;=HYPERLINK(1) | a;'=HYPERLINK(1)",
                "a; =1;+2 | a;' =1;'+2",
                "a=b;c-d | a=b;c-d",
                "Ticket 12 | Ticket 12"
            })
    void noCellIsAFormulaWhereverCellsBegin(String text, String harmless) {
        assertThat(cell(text)).isEqualTo(harmless);
    }

    @Test
    void tabsBeginCellsToo() {
        assertThat(cell("\t=1+1")).isEqualTo("'\t'=1+1");
        assertThat(cell("a\t-2")).isEqualTo("a\t'-2");
        assertThat(cell("\tindented")).isEqualTo("'\tindented");
    }
}
