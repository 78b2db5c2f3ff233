package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What one NOTIFY carries: the sending node and a word for each change, in ASCII, separated by spaces.
 *
 * @param node who sent it
 * @param groups in which groups something is new
 * @param people who came into a group or left one
 * @param noted about which tickets the service team noted something
 * @param onboardings which customers have come further into service, or less far; the database itself sends these
 */
record SignalPayload(
        String node, List<GroupId> groups, List<PersonId> people, List<GroupId> noted, List<TenantId> onboardings) {

    /** The channel on which signals travel; a database has its own. */
    static final String CHANNEL = "larkdesk_groups";

    /** PostgreSQL refuses payloads of 8000 bytes and more. */
    static final int LONGEST = 7_999;

    private static final char SEPARATOR = ' ';

    /** Begins a word for a person, and no word for a group. */
    private static final String PERSON = "@";

    /** Begins a word for a ticket about which something was noted. */
    private static final String NOTED = "#";

    /** Begins a word for a customer that has come further. */
    private static final String ONBOARDING = "!";

    private static final String IN = ":";

    /** The word for a changed group. */
    static String word(GroupId group) {
        return group.toString();
    }

    /** The word for a person who came or left. */
    static String word(PersonId person) {
        return PERSON + person.tenant() + IN + person;
    }

    /** The word for a ticket about which something was noted. */
    static String wordOfNoted(GroupId ticket) {
        return NOTED + ticket;
    }

    /** The fewest texts that hold {@code words}. */
    static List<String> format(String node, Collection<String> words) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder(node);
        for (String word : words) {
            if (text.length() + 1 + word.length() > LONGEST) {
                texts.add(text.toString());
                text = new StringBuilder(node);
            }
            text.append(SEPARATOR).append(word);
        }
        texts.add(text.toString());
        return List.copyOf(texts);
    }

    /** What {@code text} tells, without anything in it that is no change: others may use the channel too. */
    static SignalPayload parse(String text) {
        List<String> words = List.of(text.split(String.valueOf(SEPARATOR), -1));
        List<String> changes = words.subList(1, words.size());
        return new SignalPayload(
                words.get(0),
                read(changes, GroupId::parse),
                read(changes, SignalPayload::parsePerson),
                read(changes, SignalPayload::parseNoted),
                read(changes, SignalPayload::parseOnboarding));
    }

    private static <T> List<T> read(List<String> words, Function<String, Optional<T>> parse) {
        return words.stream().map(parse).flatMap(Optional::stream).toList();
    }

    private static Optional<GroupId> parseNoted(String word) {
        return word.startsWith(NOTED) ? GroupId.parse(word.substring(NOTED.length())) : Optional.empty();
    }

    private static Optional<TenantId> parseOnboarding(String word) {
        return word.startsWith(ONBOARDING) ? parseTenant(word.substring(ONBOARDING.length())) : Optional.empty();
    }

    private static Optional<PersonId> parsePerson(String word) {
        String[] ids = word.split(IN, -1);
        return word.startsWith(PERSON) && ids.length == 2
                ? parseTenant(ids[0].substring(PERSON.length()))
                        .flatMap(tenant -> parseId(ids[1]).map(id -> new PersonId(tenant, id)))
                : Optional.empty();
    }

    private static Optional<TenantId> parseTenant(String text) {
        return parseId(text).map(TenantId::new);
    }

    private static Optional<UUID> parseId(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
