package io.larkdesk.app.page;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A morning in a service group: people, messages and pages to draw. */
public final class Samples {

    /** Half past two in the afternoon, in Singapore. */
    public static final Instant NOW = Instant.parse("2026-11-24T06:30:00Z");

    /** The customer's app. */
    public static final String APP = "cli_a8f3d0c21e79500d";

    private static final TenantId CUSTOMER = new TenantId(id("Harbour Retail Group"));
    private static final TenantId PROVIDER = new TenantId(id("Alder Cloud"));

    /** The group. */
    public static final GroupId GROUP = new GroupId(CUSTOMER, id("Harbour Retail × Alder Cloud"));

    public static final PersonView SOFIA = person("Sofia Lindqvist", Side.SERVICE_TEAM);
    public static final PersonView WEI = person("Wei Chen 陈伟", Side.SERVICE_TEAM);
    public static final PersonView DANIEL = person("Daniel Okafor", Side.CUSTOMER);
    public static final PersonView MEI = person("Mei Tanaka", Side.CUSTOMER);
    public static final PersonView XIAOWEN = person("林晓雯", Side.CUSTOMER);

    public static final List<PersonView> PEOPLE = List.of(SOFIA, WEI, DANIEL, MEI, XIAOWEN);

    private Samples() {}

    /** An id that is the same for the same name. */
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static PersonView person(String name, Side side) {
        return new PersonView(id(name), name, Optional.empty(), side, Optional.empty());
    }

    public static Map<UUID, PersonView> people() {
        return PEOPLE.stream().collect(Collectors.toMap(PersonView::id, Function.identity()));
    }

    /** A message of {@code author} at place {@code seq}, posted at {@code at}. */
    public static MessageView words(long seq, PersonView author, Instant at, String body) {
        Content words = new Content.Words(
                new PersonId(author.isServiceTeam() ? PROVIDER : CUSTOMER, author.id()),
                new ClientId(id("message " + seq)),
                MessageBody.parse(body),
                Optional.empty());
        return view(seq, at, words);
    }

    static MessageView view(long seq, Instant at, Content content) {
        return MessageView.of(new Message(new MessageId(GROUP, seq), seq, at, content), people());
    }

    /** Those who read {@code language} and come through the sample's app. */
    static Audience everybody(Language language) {
        return new Audience(language, "/lark/" + APP, Optional.empty());
    }

    public static Viewer viewer(Language language, Theme theme) {
        return new Viewer(language, theme, false, ZoneId.of("Asia/Singapore"), NOW);
    }

    public static Frame frame(Viewer viewer) {
        return new Frame(
                viewer,
                APP,
                "csrf-token",
                "Alder Cloud",
                DANIEL,
                "Harbour Retail Group",
                Optional.of(SOFIA),
                new Rail(
                        List.of(new RailGroup(GROUP.toString(), "Harbour Retail × Alder Cloud", 3, 1, true)),
                        Optional.of(GROUP.toString()),
                        false),
                "/lark/" + APP + "/groups/" + GROUP);
    }

    static List<MessageView> morning() {
        List<MessageView> said = new ArrayList<>();
        said.add(view(1, at("01:02"), joined(WEI)));
        said.add(words(
                2,
                SOFIA,
                at("01:14"),
                "Morning all. Maintenance of pg-prod-3 is planned for Thursday 02:00–03:00 (UTC+8). Failover takes under"
                        + " 30 seconds; nothing for you to do. Plan: https://status.example.com/plans/3142."));
        said.add(words(3, MEI, at("01:20"), "Thanks. Do the read replicas stay up during the failover?"));
        said.add(words(
                4,
                DANIEL,
                at("01:26"),
                "<@" + SOFIA.id() + "> our payment batch starts at 02:30. Can the window move by an hour?"));
        said.add(words(5, XIAOWEN, at("01:31"), "批处理最晚可以推迟到 03:30，再晚会影响对账。"));
        said.add(view(6, at("01:40"), new Content.Deleted(personId(MEI), new ClientId(id("message 6")), at("01:41"))));
        said.add(words(7, DANIEL, at("05:48"), "<@" + SOFIA.id() + "> any news?"));
        said.add(words(
                8,
                SOFIA,
                at("06:18"),
                "<@" + DANIEL.id() + "> done: the window is now 03:15–04:15. Can you confirm for the finance side?"));
        said.add(words(9, SOFIA, at("06:19"), "Replicas stay up; they only see a short reconnect."));
        said.add(words(10, WEI, at("06:21"), "I will be on the bridge during the whole window."));
        return said;
    }

    static Content joined(PersonView person) {
        return new Content.Notice(Content.Event.JOINED, personId(person));
    }

    /** A line about a ticket of Daniel's, whom Wei's duty until the evening concerns. */
    static Content.TicketNotice ticketLine(Content.TicketEvent event) {
        return new Content.TicketNotice(
                event,
                new Content.TicketLink(GROUP, new TicketNumber(1042), "Writes <b>time out</b>"),
                event == Content.TicketEvent.CLOSED_BY_ITSELF ? Optional.empty() : Optional.of(personId(DANIEL)),
                event == Content.TicketEvent.CREATED || event == Content.TicketEvent.REASSIGNED
                        ? Optional.of(personId(WEI))
                        : Optional.empty(),
                event == Content.TicketEvent.CREATED ? Optional.of(at("10:00")) : Optional.empty(),
                switch (event) {
                    case SEVERITY_CHANGED -> "CRITICAL";
                    case RATED -> "4 Ended it <i>by hand</i>";
                    case EMERGENCY_DECLARED, EMERGENCY_JOINED -> "DATA_LOSS";
                    default -> "Ended it <i>by hand</i>";
                });
    }

    static PersonId personId(PersonView person) {
        return new PersonId(person.isServiceTeam() ? PROVIDER : CUSTOMER, person.id());
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-24T" + time + ":00Z");
    }

    /** The group's page as Daniel sees it, who has not read the last three messages. */
    public static GroupPage groupPage(Viewer viewer, List<MessageView> messages) {
        long last = messages.isEmpty() ? 0 : messages.get(messages.size() - 1).seq();
        Conversation conversation = new Conversation(
                messages,
                false,
                false,
                last + "." + last,
                Math.min(7, last),
                (int) messages.stream().filter(message -> message.seq() > 7).count(),
                Map.of(SOFIA.id(), 7L, WEI.id(), 10L, DANIEL.id(), 7L, MEI.id(), 6L, XIAOWEN.id(), 6L),
                Optional.empty());
        return new GroupPage(
                frame(viewer),
                GROUP.toString(),
                "Harbour Retail × Alder Cloud",
                "Enterprise support plan",
                PEOPLE.size(),
                conversation,
                Draft.EMPTY,
                Optional.empty(),
                20_000_000,
                Optional.empty());
    }
}
