package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptTest {

    private static final int MOST_BYTES = 18_000;
    private static final Pattern IMPORT = Pattern.compile("(?m)^import \\{ ([\\w, ]+) } from '\\./(\\w+\\.js)';$");
    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^(?:export )?(?:const|let|(?:async )?function) (\\w+)");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export (?:const|let|(?:async )?function) (\\w+)");
    private static final Pattern SAID = Pattern.compile("(?:say|drawPill)\\(([^\\n]*)");
    private static final Pattern STRING = Pattern.compile("'(\\w+)'");

    private static final List<List<String>> SCRIPTS =
            List.of(Script.PAGE, Script.WORKSTATION, Script.CONSOLE, Script.GUIDE, Script.NEW_TICKET, Script.NOTICE);
    private static final Set<String> PARTS =
            SCRIPTS.stream().flatMap(List::stream).collect(Collectors.toSet());

    private static String module(String name) {
        return Assets.read(name);
    }

    private static List<String> all(Pattern pattern, String script) {
        return pattern.matcher(script).results().map(result -> result.group(1)).toList();
    }

    @Test
    void everyModuleIsPartOfAScript() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/assets"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".js")))
                    .hasSameElementsAs(PARTS);
        }
    }

    static List<List<String>> scripts() {
        return SCRIPTS;
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void modulesImportByNameWhatModulesBeforeThemExport(List<String> script) {
        Map<String, List<String>> exported = new HashMap<>();
        for (String name : script) {
            String module = module(name);
            List<MatchResult> imports = IMPORT.matcher(module).results().toList();
            assertThat(module.lines().filter(line -> line.startsWith("import")))
                    .as(name)
                    .hasSize(imports.size());
            for (MatchResult imported : imports) {
                assertThat(exported).as("imported by " + name).containsKey(imported.group(2));
                assertThat(exported.get(imported.group(2)))
                        .as(imported.group(2) + " for " + name)
                        .containsAll(Arrays.asList(imported.group(1).split(", ", -1)));
            }
            exported.put(name, all(EXPORT, module));
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void modulesExportDeclarationsOnlyAndNoTwoDeclareTheSameName(List<String> script) {
        List<String> declared = new ArrayList<>();
        for (String name : script) {
            String module = module(name);
            assertThat(module.lines().filter(line -> line.startsWith("export")))
                    .as(name)
                    .hasSize(all(EXPORT, module).size());
            assertThat(module).doesNotContainPattern("(?m)^(export )?(const|let) [\\[{]");
            declared.addAll(all(DECLARATION, module));
        }
        assertThat(declared).doesNotHaveDuplicates();
    }

    @Test
    void everyTextForScriptsIsSaid() {
        Set<String> said = PARTS.stream()
                .flatMap(name -> all(SAID, module(name)).stream())
                .flatMap(arguments -> all(STRING, arguments).stream())
                .collect(Collectors.toSet());
        for (Language language : Language.values()) {
            assertThat(said).containsAll(Texts.in(language).patterns("live.").keySet());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void scriptStaysSmall(Language language) {
        Asset script = new Assets()
                .find("page." + language.locale().getLanguage() + ".js")
                .orElseThrow();

        assertThat(script.zipped()).hasSizeLessThanOrEqualTo(MOST_BYTES);
        assertThat(script.content()).asString().doesNotContain("import {").doesNotContain("export ");
    }
}
