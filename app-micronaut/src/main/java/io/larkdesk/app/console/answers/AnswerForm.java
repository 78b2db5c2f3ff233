package io.larkdesk.app.console.answers;

import io.larkdesk.app.web.Form;
import io.larkdesk.core.answer.AnswerName;
import io.larkdesk.core.conversation.MessageBody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The form of a canned answer. */
final class AnswerForm {

    private final Form form;

    AnswerForm(Map<String, ?> fields) {
        form = new Form(fields);
    }

    Optional<AnswerName> name() {
        return form.text("name").map(String::strip).filter(AnswerName::isName).map(AnswerName::new);
    }

    Optional<MessageBody> body() {
        return form.text("body")
                .filter(text -> MessageBody.problemWith(text).isEmpty())
                .map(MessageBody::parse);
    }

    /** The version that was seen; empty if the form was not made by the page. */
    Optional<Long> seen() {
        return form.number("seen");
    }

    /** What was entered, to be shown again. */
    Map<String, String> entered() {
        Map<String, String> entered = new LinkedHashMap<>();
        Stream.of("name", "body", "seen", "known")
                .forEach(field -> form.text(field).ifPresent(text -> entered.put(field, text)));
        return entered;
    }
}
