package io.larkdesk.app.page;

import io.larkdesk.core.person.Language;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Style sheet, scripts and icon, each under an address that changes with its content, so that browsers may keep it for ever. */
@Singleton
public final class Assets {

    private static final List<String> STYLE = List.of(
            "tokens.css", "base.css", "group.css", "members.css", "ticket.css", "workstation.css", "notice.css");

    private final Map<String, Asset> assets = new HashMap<>();

    /** Reads and joins the files. */
    public Assets() {
        assets.put("larkdesk.css", new Asset("text/css; charset=utf-8", bytes(join(STYLE))));
        assets.put("console.css", new Asset("text/css; charset=utf-8", bytes(join(List.of("console.css")))));
        assets.put("icon.svg", new Asset("image/svg+xml", bytes(read("icon.svg"))));
        assets.put("notice.js", script(Script.join(Script.NOTICE, Assets::read)));
        assets.put("newTicket.js", script(Script.join(Script.NEW_TICKET, Assets::read)));
        for (Language language : Language.values()) {
            assets.put(name("page", language), script(Script.with(language, Script.PAGE, Assets::read)));
            assets.put(name("console", language), script(Script.with(language, Script.CONSOLE, Assets::read)));
            assets.put(name("guide", language), script(Script.with(language, Script.GUIDE, Assets::read)));
            assets.put(name("workstation", language), script(Script.with(language, Script.WORKSTATION, Assets::read)));
        }
    }

    /**
     * The address of the asset called {@code name}.
     *
     * @throws NullPointerException if there is none
     */
    public String url(String name) {
        return "/assets/" + Objects.requireNonNull(assets.get(name), name).hash() + "/" + name;
    }

    /** The address of the group page's script, which brings its texts in {@code language}. */
    public String pageScript(Language language) {
        return url(name("page", language));
    }

    /** The address of the script of the Enterprise Service Workstation, which brings its texts in {@code language}. */
    public String workstationScript(Language language) {
        return url(name("workstation", language));
    }

    /** The address of the script of the service console, which brings its texts in {@code language}. */
    public String consoleScript(Language language) {
        return url(name("console", language));
    }

    /** The address of the script of the guide, which brings its texts in {@code language}. */
    public String guideScript(Language language) {
        return url(name("guide", language));
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private static String name(String script, Language language) {
        return script + "." + language.locale().getLanguage() + ".js";
    }

    private static Asset script(String source) {
        return new Asset("text/javascript; charset=utf-8", bytes(source));
    }

    private static String join(List<String> names) {
        return names.stream().map(Assets::read).map(Assets::withoutComments).collect(Collectors.joining());
    }

    private static String withoutComments(String style) {
        return style.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\n\\s*", "\n")
                .replaceAll("\\n+", "\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String read(String name) {
        try (InputStream file = Objects.requireNonNull(Assets.class.getResourceAsStream("/assets/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
