package io.larkdesk.app.page;

import io.larkdesk.core.person.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Joins ECMAScript modules into one, so that a page needs one request for them. The modules keep to a few rules, which a test
 * checks: they import by name only, from each other only, export declarations only, no two declare the same name, and comments have
 * lines of their own.
 */
final class Script {

    /** Each imports only from those before it. */
    static final List<String> PAGE = List.of(
            "page.js",
            "kept.js",
            "texts.js",
            "times.js",
            "speech.js",
            "server.js",
            "pieces.js",
            "visible.js",
            "messages.js",
            "place.js",
            "stretch.js",
            "pills.js",
            "reading.js",
            "stream.js",
            "writer.js",
            "files.js",
            "outbox.js",
            "composer.js",
            "menus.js",
            "answers.js",
            "own.js",
            "groups.js",
            "drafts.js",
            "copying.js",
            "drawer.js",
            "drafting.js",
            "creating.js",
            "ticket.js",
            "main.js");

    /** The same for the Enterprise Service Workstation. */
    static final List<String> WORKSTATION = List.of(
            "page.js",
            "texts.js",
            "times.js",
            "speech.js",
            "server.js",
            "pieces.js",
            "stream.js",
            "groups.js",
            "menus.js",
            "workstation.js");

    /** The same for the service console. */
    static final List<String> CONSOLE = List.of(
            "page.js",
            "texts.js",
            "times.js",
            "speech.js",
            "server.js",
            "pieces.js",
            "stream.js",
            "menus.js",
            "alarm.js",
            "redraw.js",
            "board.js",
            "queue.js",
            "copying.js",
            "copyButtons.js",
            "onboarding.js",
            "console.js");

    /** The same for the page by which a customer's administrator brings the organisation into service. */
    static final List<String> GUIDE = List.of(
            "page.js",
            "texts.js",
            "times.js",
            "speech.js",
            "server.js",
            "pieces.js",
            "stream.js",
            "redraw.js",
            "copying.js",
            "copyButtons.js",
            "onboarding.js",
            "guide.js");

    /** The same for the page on which a ticket is opened, and which says nothing. */
    static final List<String> NEW_TICKET = List.of("page.js", "kept.js", "drafting.js", "newTicket.js");

    /** The same for pages without a conversation. */
    static final List<String> NOTICE = List.of("copying.js", "copyButtons.js", "notice.js");

    private static final Pattern COMMENT = Pattern.compile("(?m)^ *//.*\\n");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]*;\\n");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export (?=const|let|function|async function|class)");

    private Script() {}

    /** The modules {@code names} as one script, with the texts that it says in {@code language}. */
    static String with(Language language, List<String> names, UnaryOperator<String> read) {
        return texts(language) + join(names, read);
    }

    /** The texts that scripts say, as a constant. */
    static String texts(Language language) {
        Map<String, String> texts = new TreeMap<>(Texts.in(language).patterns("live."));
        return "const texts=" + json(texts) + ";\n";
    }

    /** The modules {@code names} in this order as one. */
    static String join(List<String> names, UnaryOperator<String> read) {
        return names.stream().map(read).map(Script::bare).collect(Collectors.joining());
    }

    private static String bare(String module) {
        String bare = module;
        for (Pattern pattern : List.of(COMMENT, IMPORT, EXPORT)) {
            bare = pattern.matcher(bare).replaceAll("");
        }
        return bare;
    }

    private static String json(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(text -> text.getKey() + ":" + quote(text.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
