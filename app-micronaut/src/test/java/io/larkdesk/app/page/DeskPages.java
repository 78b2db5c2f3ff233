package io.larkdesk.app.page;

import io.larkdesk.core.person.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the group of a {@link Desk} for Daniel. */
final class DeskPages {

    static final int SIZE = 50;

    private static final Map<UUID, String> PINYIN =
            Map.of(Samples.WEI.id(), "\"chenwei\",\"cw\"", Samples.XIAOWEN.id(), "\"linxiaowen\",\"lxw\"");

    final Assets assets = new Assets();
    final Pages pages = new Pages(assets);
    private final Desk desk;

    /** Daniel's groups beside the one that is shown. */
    final List<RailGroup> others =
            new CopyOnWriteArrayList<>(List.of(group("elsewhere", "Harbour Logistics × Alder Cloud")));

    DeskPages(Desk desk) {
        this.desk = desk;
    }

    /**
     * The page, opened at a message, else where the reader has stopped, else at the end.
     *
     * @param theme as in a form
     * @param opened the message to show
     * @param draft what the composer holds
     * @param editing the message to change without script
     */
    String group(
            Language language, Theme theme, ZoneId zone, Optional<Long> opened, Draft draft, Optional<Long> editing) {
        Viewer viewer = new Viewer(language, theme, false, zone, Samples.NOW);
        return pages.group(new GroupPage(
                frame(viewer),
                Samples.GROUP.toString(),
                "Harbour Retail × Alder Cloud",
                "Enterprise support plan",
                Samples.PEOPLE.size(),
                conversation(opened),
                draft,
                editing,
                20_000_000,
                Optional.empty()));
    }

    static RailGroup group(String id, String name) {
        return new RailGroup(id, name, 0, 0, false);
    }

    private Frame frame(Viewer viewer) {
        RailGroup here = new RailGroup(
                Samples.GROUP.toString(), "Harbour Retail × Alder Cloud", desk.unread(Samples.DANIEL), 0, true);
        Frame frame = Samples.frame(viewer);
        return new Frame(
                viewer,
                frame.appId(),
                frame.csrf(),
                frame.provider(),
                frame.me(),
                frame.organisation(),
                frame.tam(),
                new Rail(Stream.concat(Stream.of(here), others.stream()).toList(), Optional.empty(), false),
                frame.here());
    }

    private Conversation conversation(Optional<Long> opened) {
        Map<UUID, Long> cursors = desk.cursors();
        long readUpTo = cursors.getOrDefault(Samples.DANIEL.id(), 0L);
        int unread = desk.unread(Samples.DANIEL);
        long middle = opened.orElse(unread > 0 ? readUpTo : desk.last());
        long from = Math.max(0, Math.min(middle - SIZE / 2, desk.last() - SIZE));
        long to = Math.min(desk.last(), from + SIZE);
        return new Conversation(
                desk.between(from, to),
                from > 0,
                to < desk.last(),
                desk.position().toString(),
                readUpTo,
                unread,
                cursors,
                opened);
    }

    /** Daniel's colleagues and the service team as the list of people has them. */
    static String people() {
        return Samples.PEOPLE.stream()
                .filter(person -> !person.equals(Samples.DANIEL))
                .map(DeskPages::person)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String person(PersonView person) {
        String keys = "\"" + person.name().toLowerCase(Locale.ROOT) + "\"";
        if (PINYIN.containsKey(person.id())) {
            keys += "," + PINYIN.get(person.id());
        }
        return "{\"id\":\"%s\",\"name\":\"%s\",\"latinName\":%s,\"side\":\"%s\",\"initials\":\"%s\",\"hue\":\"%s\",\"avatar\":null,\"keys\":[%s]}"
                .formatted(
                        person.id(),
                        person.name(),
                        person.latinName().map(name -> "\"" + name + "\"").orElse("null"),
                        person.side(),
                        person.initials(),
                        person.hue(),
                        keys);
    }
}
