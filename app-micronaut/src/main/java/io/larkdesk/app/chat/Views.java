package io.larkdesk.app.chat;

import io.larkdesk.app.page.Audience;
import io.larkdesk.app.page.MessageView;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Person;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts what the core tells into what pages show. */
public final class Views {

    private static final MediaType CSV = MediaType.of("text/csv; charset=utf-8; header=present");

    private static final String HTML = "text/html; charset=utf-8";

    private Views() {}

    /** An answer with a page, or a piece of one. */
    public static MutableHttpResponse<String> html(HttpStatus status, String html) {
        return HttpResponse.<String>status(status)
                .header(HttpHeaders.CONTENT_TYPE, HTML)
                .body(html);
    }

    /** A page, or a piece of one, that there is. */
    public static MutableHttpResponse<String> html(String html) {
        return html(HttpStatus.OK, html);
    }

    /** The visitor alone, as one who gets messages. */
    static Audience audience(Visitor visitor) {
        return new Audience(
                visitor.viewer().language(),
                Addresses.root(visitor.tenant().appId()),
                Optional.of(visitor.person().id().value()));
    }

    /** The person as seen in {@code group}. */
    public static PersonView person(Person person, GroupId group) {
        return PersonView.of(person, Side.of(person.id(), group));
    }

    /** {@code people} as seen in {@code group}, in their order. */
    static List<PersonView> list(Collection<Person> people, GroupId group) {
        return people.stream().map(person -> person(person, group)).toList();
    }

    /** {@code people} as seen in {@code group}, by the value of their id. */
    public static Map<UUID, PersonView> people(Collection<Person> people, GroupId group) {
        return list(people, group).stream().collect(Collectors.toMap(PersonView::id, Function.identity()));
    }

    /** {@code messages} in order, with names from {@code people}. */
    static List<MessageView> messages(Collection<Message> messages, Map<UUID, PersonView> people) {
        return messages.stream().map(message -> MessageView.of(message, people)).toList();
    }

    /** A file for spreadsheets. */
    public static HttpResponse<?> csv(byte[] file, String name) {
        return csv(new ByteArrayInputStream(file), name);
    }

    /** A file for spreadsheets that is written as it is read; it is closed after that. */
    public static HttpResponse<?> csv(InputStream file, String name) {
        return HttpResponse.ok(new StreamedFile(file, CSV).attach(name));
    }
}
