package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.PersonName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Whatever people write and are called, the page shows it whole, and nothing in it is an element, an attribute or an address but what the
 * page makes of it. An input is a name, a line end, and a message.
 */
class MessageFuzzTest {

    private static final Pages PAGES = new Pages(new Assets());
    private static final Set<String> ELEMENTS = Set.of("li", "div", "b", "span", "time", "p", "a");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "class",
            "data-seq",
            "data-revision",
            "data-at",
            "data-author",
            "data-client",
            "data-mentions",
            "data-person",
            "datetime",
            "title",
            "role",
            "aria-label",
            "aria-hidden",
            "href",
            "target",
            "rel");

    @FuzzTest
    void whatIsWrittenIsShownAndDoesNothing(FuzzedDataProvider data) {
        // jsoup takes this one, which is no character, for the end
        String[] input = (data.consumeRemainingAsString().replace('\uFFFF', '\uFFFE') + "\n").split("\n", 2);
        String name = PersonName.of(input[0]).value();
        String written = Draft.bodyOf(input[1], Samples.SOFIA.id() + "=" + name);
        if (MessageBody.problemWith(written).isPresent()) {
            return;
        }
        MessageBody body = MessageBody.parse(written);
        PersonView author =
                new PersonView(Samples.DANIEL.id(), name, Optional.empty(), Samples.DANIEL.side(), Optional.empty());
        Map<UUID, PersonView> people = Map.of(author.id(), author);

        List<Part> parts = Part.listOf(body, people);
        Document html = Jsoup.parseBodyFragment(
                PAGES.messages(Samples.everybody(Language.EN), List.of(view(author, body, parts))));

        assertThat(parts.stream().map(MessageFuzzTest::written).collect(Collectors.joining()))
                .isEqualTo(body.text());
        assertThat(html.select("p").get(0).wholeText())
                .isEqualTo(parts.stream().map(MessageFuzzTest::shown).collect(Collectors.joining()));
        assertThat(html.select(".hd b").get(0).wholeText()).isEqualTo(name);
        for (Element element : html.select("body *")) {
            assertThat(ELEMENTS).contains(element.tagName());
            element.attributes().forEach(MessageFuzzTest::isOurs);
        }
    }

    private static MessageView view(PersonView author, MessageBody body, List<Part> parts) {
        MessageView sample = Samples.words(1, Samples.DANIEL, Samples.NOW, "x");
        return new MessageView(
                sample.seq(),
                sample.revision(),
                sample.at(),
                sample.kind(),
                author,
                Optional.empty(),
                sample.clientId(),
                parts,
                body.text(),
                List.of(),
                false,
                Optional.empty());
    }

    private static String written(Part part) {
        return part instanceof Part.Mention mention ? "<@" + mention.person() + ">" : shown(part);
    }

    private static String shown(Part part) {
        if (part instanceof Part.Text text) {
            return text.text();
        }
        return part instanceof Part.Link link ? link.address() : "@" + ((Part.Mention) part).name();
    }

    private static void isOurs(Attribute attribute) {
        assertThat(ATTRIBUTES).contains(attribute.getKey());
        if (attribute.getKey().equals("href")) {
            assertThat(attribute.getValue()).matches("https?://[^\\s<>\"'`]+");
        }
    }
}
