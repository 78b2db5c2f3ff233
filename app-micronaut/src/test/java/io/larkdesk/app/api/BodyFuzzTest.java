package io.larkdesk.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.larkdesk.app.api.Sent.NewMessage;
import io.larkdesk.app.api.Sent.NewNote;
import io.larkdesk.app.api.Sent.NewShift;
import io.larkdesk.app.api.Sent.NewTicket;
import io.larkdesk.app.api.Sent.TicketChange;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.NoteText;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Title;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whatever bytes a system sends as JSON, they are read as what they are to be or refused, and what is read can be stored. */
class BodyFuzzTest {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    @FuzzTest
    void aBodyIsReadOrRefused(byte[] input) {
        read(input, NewTicket.class).ifPresent(BodyFuzzTest::ticket);
        read(input, TicketChange.class).ifPresent(BodyFuzzTest::change);
        read(input, NewMessage.class).ifPresent(BodyFuzzTest::message);
        read(input, NewNote.class).ifPresent(BodyFuzzTest::note);
        read(input, NewShift.class).ifPresent(BodyFuzzTest::shift);
    }

    private static <T> Optional<T> read(byte[] input, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(input, type));
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    private static void ticket(NewTicket sent) {
        Fields fields = new Fields();
        fields.text("title", sent.title(), Title::problemWith, Title::parse).ifPresent(title -> isStored(title.text()));
        fields.text("description", sent.description(), Description::problemWith, Description::parse)
                .ifPresent(description -> isStored(description.text()));
        fields.constant("severity", sent.severity(), Severity.class);
        product(sent.product());
        check(fields);
    }

    private static void product(@Nullable String name) {
        if (name != null && Product.isName(name)) {
            isStored(new Product(name).name());
        }
    }

    private static void change(TicketChange sent) {
        Fields fields = new Fields();
        fields.text("resolution", sent.resolution(), Resolution::problemWith, Resolution::parse)
                .ifPresent(resolution -> isStored(resolution.text()));
        fields.id("engineer", sent.engineer());
        check(fields);
    }

    private static void message(NewMessage sent) {
        String body = sent.body();
        if (body != null && MessageBody.problemWith(body).isEmpty()) {
            isStored(MessageBody.parse(body).text());
        }
    }

    private static void note(NewNote sent) {
        Fields fields = new Fields();
        fields.text("text", sent.text(), NoteText::problemWith, NoteText::parse)
                .ifPresent(note -> isStored(note.text()));
        check(fields);
    }

    private static void shift(NewShift sent) {
        Fields fields = new Fields();
        fields.id("person", sent.person());
        fields.constant("role", sent.role(), StaffRole.class);
        fields.instant("from", sent.from());
        fields.instant("until", sent.until());
        check(fields);
    }

    private static void check(Fields fields) {
        try {
            fields.check();
        } catch (Refusal refusal) {
            assertThat(refusal.problem().errors()).isNotEmpty();
        }
    }

    private static void isStored(String text) {
        assertThat(text).doesNotContain("\u0000");
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }
}
