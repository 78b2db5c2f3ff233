package io.larkdesk.app.journey;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.organisation.AppointAdministrator;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.CreateTicket;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Title;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A desk in which every text that people can enter is hostile. */
final class HostileScene {

    private static final int PERSONS_OF_A_MESSAGE = 50;
    private static final int FILES_OF_A_MESSAGE = 10;

    private final RunningDesk desk;
    private final List<HostileText> texts = HostileText.all();
    private final Map<String, Integer> taken = new TreeMap<>();
    private final SignedIn lena;
    private final SignedIn sofia;
    private final SignedIn ines;
    private final GroupId group;
    private String ticket = "";
    private final HostileConsole console;
    private long own;
    private long call;

    HostileScene(RunningDesk desk) {
        this.desk = desk;
        this.lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        this.sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        this.ines = SignedIn.toConsole(desk.node(), "ou_ines");
        this.group = SignedIn.groupOf(desk.node(), "cli_meridian");
        this.console = new HostileConsole(this);
        desk.node()
                .bean(AppointAdministrator.class)
                .execute(new AppointAdministrator.Command(
                        sofia.person().id(), lena.person().id()));
        rename();
        customers();
        tickets();
        console.fill();
    }

    SignedIn lena() {
        return lena;
    }

    SignedIn sofia() {
        return sofia;
    }

    SignedIn ines() {
        return ines;
    }

    List<HostileText> texts() {
        return texts;
    }

    /** The number of a ticket in which all of it is hostile. */
    String ticket() {
        return ticket.substring(ticket.lastIndexOf('/') + 1);
    }

    /** The place of a message of Lena's, which mentions others. */
    long own() {
        return own;
    }

    /** The place of a message that mentions Lena. */
    long call() {
        return call;
    }

    /** What staff entered. */
    HostileConsole console() {
        return console;
    }

    RunningDesk desk() {
        return desk;
    }

    /** How many hostile texts were taken in each field. */
    Map<String, Integer> taken() {
        return taken;
    }

    /** A customer who is to be deleted. */
    TenantId other() {
        return SignedIn.groupOf(desk.node(), "cli_harbour").tenant();
    }

    /** Notes whether a text was taken in the field. */
    void count(String field, Answer answer) {
        taken.merge(field, answer.status() < 400 ? 1 : 0, Integer::sum);
    }

    /** Names of persons, mentions of them, messages, and names of files. */
    private void customers() {
        List<Person> people =
                texts.stream().map(text -> person(group.tenant(), text.text())).toList();
        desk.node().bean(Transactions.class).inTransaction(now -> {
            people.forEach(person -> {
                desk.node().bean(People.class).save(person);
                desk.node().bean(Members.class).save(new Member(group, person.id(), now, Optional.empty()));
            });
            return now;
        });
        taken.put("person", people.size());
        TenantId provider = ines.person().id().tenant();
        texts.stream()
                .map(text -> person(provider, text.text()))
                .forEach(person -> desk.node().bean(People.class).save(person));
        for (int i = 0; i < people.size(); i += PERSONS_OF_A_MESSAGE) {
            Answer said = lena.say(people.subList(i, Math.min(people.size(), i + PERSONS_OF_A_MESSAGE)).stream()
                    .map(person -> "<@" + person.id() + ">")
                    .collect(Collectors.joining(" ")));
            count("mentions", said);
            own = SignedIn.seq(said);
        }
        for (int i = 0; i < people.size(); i++) {
            String to = i == 0 ? "<@" + lena.person().id() + "> " : "Look: ";
            PostMessage.Result result = desk.node()
                    .bean(PostMessage.class)
                    .execute(new PostMessage.Command(
                            group,
                            people.get(i).id(),
                            new ClientId(UUID.randomUUID()),
                            MessageBody.parse(to + texts.get(i).text())));
            if (i == 0 && result instanceof PostMessage.Posted posted) {
                call = posted.message().id().seq();
            }
        }
        taken.put("message", people.size());
        for (int i = 0; i < texts.size(); i += FILES_OF_A_MESSAGE) {
            count("files", files(texts.subList(i, Math.min(texts.size(), i + FILES_OF_A_MESSAGE))));
        }
    }

    private static Person person(TenantId tenant, String name) {
        UUID id = UUID.randomUUID();
        return new Person(
                new PersonId(tenant, id),
                new OpenId("ou_" + id),
                PersonName.of(name),
                Optional.of(PersonName.of(name)),
                Optional.empty(),
                Language.EN,
                Optional.empty());
    }

    private Answer files(List<HostileText> names) {
        StringBuilder form = new StringBuilder("--b\r\nContent-Disposition: form-data; name=\"clientId\"\r\n\r\n"
                + UUID.randomUUID() + "\r\n--b\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\nFiles\r\n");
        // as browsers write names into a form
        names.forEach(name -> form.append("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
                .append(name.text().replace("\"", "%22").replace("\n", "%0A"))
                .append(".txt\"\r\nContent-Type: text/plain\r\n\r\nx\r\n"));
        return lena.browser()
                .send(
                        "POST",
                        lena.path("/messages"),
                        BodyPublishers.ofString(form + "--b--\r\n"),
                        "Content-Type",
                        "multipart/form-data; boundary=b",
                        "X-Fragment",
                        "1",
                        "X-CSRF-Token",
                        lena.csrf());
    }

    /** Titles, descriptions, notes, resolutions, ratings and all that is said in an Emergency. */
    private void tickets() {
        for (HostileText text : texts) {
            CreateTicket.Result result = desk.node()
                    .bean(CreateTicket.class)
                    .execute(new CreateTicket.Command(
                            group,
                            lena.person().id(),
                            new ClientId(UUID.randomUUID()),
                            Title.parse(text.text()),
                            Description.parse(text.text()),
                            Optional.empty(),
                            Severity.HIGH));
            taken.merge("title", result instanceof CreateTicket.Created ? 1 : 0, Integer::sum);
        }
        ticket = lena.openTicket("pwn " + texts.get(0).text());
        String all = texts.stream().map(HostileText::text).collect(Collectors.joining("\n"));
        String ofStaff = "/lark/cli_alder/tickets/" + ticket();
        count("notes", sofia.send(ofStaff + "/notes", Map.of("clientId", id(), "note", all)));
        count(
                "impact",
                lena.send(
                        ticket + "/emergency",
                        Map.of("clientId", id(), "reason", "DATA_LOSS", "impact", some(0, 500))));
        for (int from = 0; from < texts.size(); from += 12) {
            String done = lena.openTicket("pwn " + from);
            String number = done.substring(done.lastIndexOf('/') + 1);
            count(
                    "resolution",
                    change(sofia, "/lark/cli_alder/tickets/" + number, "resolve", "resolution", some(from, 900)));
            change(lena, done, "confirm", "", "");
            count("rating", change(lena, done, "rate", "word", some(from, 480)));
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Answer change(SignedIn who, String path, String change, String field, String value) {
        Answer answer = who.send(path + "/" + change, form(1, field, value));
        for (int version = 2; answer.status() == 409 && version < 6; version++) {
            answer = who.send(path + "/" + change, form(version, field, value));
        }
        return answer;
    }

    private static Map<String, String> form(int version, String field, String value) {
        Map<String, String> form = new HashMap<>(Map.of("version", Integer.toString(version), "stars", "5"));
        if (!field.isEmpty()) {
            form.put(field, value);
        }
        return form;
    }

    /** As many texts as {@code most} characters have room for. */
    String some(int from, int most) {
        StringBuilder some = new StringBuilder();
        for (HostileText text : texts.subList(from, texts.size())) {
            if (some.length() + text.text().length() + 1 > most) {
                break;
            }
            some.append(text.text()).append(' ');
        }
        return some.toString();
    }

    /** What customers in service are called, which came from Lark or from the bootstrap file. */
    String organisation() {
        return texts.get(4).text() + texts.get(0).text();
    }

    /** Names that nobody can enter once the customer is in service. */
    private void rename() {
        try (Connection connection = DriverManager.getConnection(desk.database());
                PreparedStatement tenants =
                        connection.prepareStatement("update tenant set organisation = ? where tenant_id in (?, ?)");
                PreparedStatement groups =
                        connection.prepareStatement("update service_group set name = ? where tenant_id in (?, ?)")) {
            for (PreparedStatement statement : List.of(tenants, groups)) {
                statement.setString(1, organisation());
                statement.setObject(2, group.tenant().value());
                statement.setObject(3, other().value());
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
