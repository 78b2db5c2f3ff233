package io.larkdesk.app.chat;

import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The forms of the pages that somebody comes to by links, as they would be sent without being touched. */
final class Forms {

    private static final int MOST_PAGES = 60;
    private static final String ROOT = "https://desk.example";

    private Forms() {}

    /**
     * A form.
     *
     * @param path where it is sent
     * @param fields what is in it; the first option of each choice
     */
    record Form(String path, Map<String, String> fields) {

        Form {
            fields = Map.copyOf(fields);
        }
    }

    /** Those that {@code who} finds from {@code start} on. */
    static List<Form> of(SignedIn who, String... start) {
        List<Form> forms = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>(open);
        for (int i = 0; i < MOST_PAGES && !open.isEmpty(); i++) {
            String path = open.remove();
            Answer answer = who.browser().get(path);
            if (answer.status() == 200 && answer.header("Content-Type").startsWith("text/html")) {
                Document page = Jsoup.parse(answer.body(), ROOT + path);
                page.select("form[method=post]").forEach(form -> forms.add(form(form)));
                page.select("a[href]").stream()
                        .map(link -> link.absUrl("href").replaceAll("#.*", ""))
                        .filter(link -> link.startsWith(ROOT + "/lark/") || link.startsWith(ROOT + "/console"))
                        .map(link -> link.substring(ROOT.length()))
                        .filter(link -> !link.matches(".*(\\.csv|\\.ics|\\.jsonl?|/attachments/.*)(\\?.*)?"))
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return forms;
    }

    private static Form form(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name], textarea[name], button[name]")
                .forEach(field -> fields.putIfAbsent(
                        field.attr("name"), field.tagName().equals("textarea") ? field.text() : field.attr("value")));
        form.select("select[name]").forEach(field -> {
            Element option = field.selectFirst("option[value]:not([value=])");
            fields.put(field.attr("name"), option == null ? "" : option.attr("value"));
        });
        fields.remove("_csrf");
        return new Form(URI.create(form.absUrl("action")).getRawPath(), fields);
    }
}
