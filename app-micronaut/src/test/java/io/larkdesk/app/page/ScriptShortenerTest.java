package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptShortenerTest {

    private static String shorten(String script) {
        return ScriptShortener.shorten(script).strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a /* c */ + b; // end                        | a+b;",
                "a + +b - -c                                  | a+ +b- -c",
                "return 'it // is';                           | return'it // is';",
                "f(/[/'] x/g, `a  ${b + c}  d ${`n ${e}`}`);  | f(/[/'] x/g,`a  ${b+c}  d ${`n ${e}`}`);",
                "a = b / c / d;                               | a=b/c/d;",
                "if (a) { b(); }                              | if(a){b()}",
                "f(a, [b, ], );                               | f(a,[b]);",
            })
    void dropsWhatOnlyPeopleNeed(String script, String expected) {
        assertThat(shorten(script)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "const one = f(); g(one.one, one?.one);              | const e=f();g(e.one,e?.one);",
                "const one = { one: 1, two: one };                   | const e={one:1,two:e};",
                "const one = (two, three = 4) => two + three;        | const e=(n,t=4)=>n+t;",
                "const one = (two) => ({ two });                     | const e=t=>({two:t});",
                "function one({ two, three: four }, [five]) { return two + four + five; } | function e({two:r,three:n},[t]){return r+n+t}",
                "for (const [, one] of f()) { g(`${one}`); }         | for(const[,e]of f()){g(`${e}`)}",
                "let one = 1; let two = one ? one : 2;               | let e=1,t=e?e:2;",
                "const ONE = 300; f(-ONE, one.ONE);                  | f(-300,one.ONE);",
                "const one = f({ ...two }); const two = 1;           | const e=f({...1});",
                "if (f()) { one = 2; } let one = 1;                  | if(f()){e=2}let e=1;",
            })
    void givesShortNamesToWhatTheScriptDeclares(String script, String expected) {
        assertThat(shorten(script)).isEqualTo(expected);
    }

    @Test
    void namesOfOneDeclarationAreFreeInTheNext() {
        assertThat(shorten("function one(first) { two(first); } function two(second) { document.title = second; }"))
                .isEqualTo("function t(n){e(n)}function e(t){document.title=t}");
    }

    @Test
    void namesThatAreUsedUndeclaredAreNotTaken() {
        assertThat(shorten("const one = (two) => e(two);")).isEqualTo("const t=n=>e(n);");
        assertThat(ScriptShortener.foreignNames("const one = (two) => e(two.three, one);"))
                .containsExactly("const", "e");
    }

    @Test
    void whatIsNoScriptIsRefused() {
        assertThatThrownBy(() -> shorten("const one = 'open;")).isInstanceOf(IllegalArgumentException.class);
    }
}
