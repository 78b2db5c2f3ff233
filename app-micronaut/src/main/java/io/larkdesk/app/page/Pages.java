package io.larkdesk.app.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.larkdesk.core.person.Language;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Draws pages, and the pieces of pages that are exchanged while one is open. Thread-safe. */
@Singleton
public final class Pages {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.larkdesk.app.page.jte");
    private final Assets assets;

    /** Takes the assets that pages refer to. */
    @Inject
    public Pages(Assets assets) {
        this.assets = assets;
        engine.setTrimControlStructures(true);
    }

    /** A service group. */
    public String group(GroupPage page) {
        return draw("group.jte", Map.of("page", page, "assets", assets));
    }

    /** The page of somebody who is in no group. */
    public String empty(EmptyPage page) {
        return draw("empty.jte", Map.of("page", page, "assets", assets));
    }

    /** A page that says one thing. */
    public String notice(NoticePage page) {
        return draw("notice.jte", Map.of("page", page, "assets", assets));
    }

    /** Who has read a message, as a page. */
    public String readers(ReadersPage page) {
        return draw("readersPage.jte", Map.of("page", page, "assets", assets));
    }

    /** Who has read a message, for a dialog. */
    public String readersFragment(ReadersPage page) {
        return draw("readers.jte", Map.of("page", page));
    }

    /** One message as all readers of the language get it. */
    public String message(Language language, MessageView message) {
        return messages(language, List.of(message));
    }

    /** Messages in order, as all readers of the language get them. */
    public String messages(Language language, List<MessageView> messages) {
        return draw("messages.jte", Map.of("times", Viewer.anyone(language).times(), "messages", messages));
    }

    private String draw(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        engine.render(template, parameters, output);
        return output.toString();
    }
}
