package io.larkdesk.app.page;

import com.ibm.icu.text.MessageFormat;
import gg.jte.Content;
import io.larkdesk.core.person.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All texts of one language, in ICU's message syntax with named arguments; so a text can say "1 message" and "2 messages".
 * Thread-safe.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/format_parse/messages/">ICU: formatting messages</a>
 */
public final class Texts {

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
    private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Texts(language, read(language)));
        }
    }

    private final Language language;
    private final Map<String, String> patterns;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    private Texts(Language language, Map<String, String> patterns) {
        this.language = language;
        this.patterns = patterns;
        patterns.forEach((key, pattern) -> {
            if (pattern.indexOf('{') >= 0) {
                formats.put(key, new MessageFormat(pattern, language.locale()));
            }
        });
    }

    /** The texts of {@code language}. */
    public static Texts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** The keys of all texts. */
    public Set<String> keys() {
        return patterns.keySet();
    }

    /**
     * The text under {@code key}.
     *
     * @throws MissingResourceException if there is none
     */
    public String say(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new MissingResourceException("no text " + key + " in " + language, Texts.class.getName(), key);
        }
        return pattern;
    }

    /** The text under {@code key} with one argument. */
    public String say(String key, String name, Object value) {
        return say(key, Map.of(name, value));
    }

    /** The text under {@code key} with {@code arguments} by name. */
    public String say(String key, Map<String, ?> arguments) {
        MessageFormat format = formats.get(key);
        return format == null ? say(key) : format.clone().format(arguments);
    }

    /** The text under {@code key}, in which {@code <b>} is bold; whatever the arguments hold is shown as it is. */
    public Content rich(String key, String name, Object value) {
        return rich(key, Map.of(name, value));
    }

    /** The text under {@code key}, in which {@code <b>} is bold; whatever the arguments hold is shown as it is. */
    public Content rich(String key, Map<String, ?> arguments) {
        Map<String, Object> escaped = arguments.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, argument -> escape(argument.getValue())));
        String text = say(key, escaped);
        return output -> output.writeContent(text);
    }

    /** The text under {@code key} without what makes parts of it bold, or leads somewhere; whatever the arguments hold is kept. */
    public String plain(String key, Map<String, ?> arguments) {
        return new MessageFormat(MARKUP.matcher(say(key)).replaceAll(""), language.locale()).format(arguments);
    }

    /** The patterns whose keys begin with {@code prefix}, by the rest of the key. */
    Map<String, String> patterns(String prefix) {
        return patterns.entrySet().stream()
                .filter(text -> text.getKey().startsWith(prefix))
                .collect(Collectors.toMap(text -> text.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    private static Object escape(Object value) {
        return value instanceof Number
                ? value
                : value.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Map<String, String> read(Language language) {
        String name = "/texts/" + language.locale().getLanguage() + ".properties";
        try (InputStream file = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
