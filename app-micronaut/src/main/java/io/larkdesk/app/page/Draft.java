package io.larkdesk.app.page;

import io.larkdesk.core.conversation.MessageBody;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that are not in the conversation yet: what a composer holds.
 *
 * @param body as a form sends it, with {@code <@UUID>} for mentioned persons
 * @param names of the persons mentioned in it
 * @param problem why it was refused, if it was, in the reader's language
 */
public record Draft(String body, Map<UUID, String> names, Optional<String> problem) {

    /** Nothing written. */
    public static final Draft EMPTY = new Draft("", Map.of(), Optional.empty());

    private static final String UNSEEN = "\u200b";
    private static final Pattern CALL = Pattern.compile("(?m)^([0-9a-f-]{36})=(.+)$");

    /** Copies the names. */
    public Draft {
        Objects.requireNonNull(body, "body");
        names = Map.copyOf(names);
        Objects.requireNonNull(problem, "problem");
    }

    /** Begins with a call of {@code person}. */
    public static Draft to(PersonView person) {
        return new Draft(call(person.id()) + " ", Map.of(person.id(), person.name()), Optional.empty());
    }

    /** The body as people read and write it, with "@Name" for mentioned persons. */
    public String written() {
        String written = body;
        for (Map.Entry<UUID, String> name : calledNames().entrySet()) {
            written = written.replace(call(name.getKey()), "@" + name.getValue());
        }
        return written;
    }

    /**
     * Who is meant by which "@Name" in {@link #written}, as {@code id=name} lines for a form. Whoever reads the names takes them in this
     * order, the longest first, because another may begin like it.
     */
    public String calls() {
        return calledNames().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<UUID, String> name) ->
                                name.getValue().length())
                        .reversed())
                .map(name -> name.getKey() + "=" + name.getValue())
                .collect(Collectors.joining("\n"));
    }

    /**
     * The body of what somebody wrote with names, in a form that had {@link #calls}. What is too long for a message stays as it is, and of
     * more persons than a message can mention the rest is left out: each would make it longer still.
     */
    public static String bodyOf(String written, String calls) {
        if (written.length() > MessageBody.LONGEST) {
            return written;
        }
        String body = written;
        for (MatchResult line :
                CALL.matcher(calls).results().limit(MessageBody.MOST_MENTIONS).toList()) {
            body = body.replace("@" + line.group(2), "<@" + line.group(1) + ">");
        }
        return body;
    }

    /** The names, such that no two are the same: those of two people of one name look alike, but differ. */
    private Map<UUID, String> calledNames() {
        Map<UUID, String> called = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        new TreeMap<>(names).forEach((person, name) -> {
            String free = name;
            while (!taken.add(free)) {
                free += UNSEEN;
            }
            called.put(person, free);
        });
        return called;
    }

    private static String call(UUID person) {
        return "<@" + person + ">";
    }
}
