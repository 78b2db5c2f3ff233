package io.larkdesk.app.page;

import io.larkdesk.core.conversation.Position;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A service group, or the group of a ticket.
 *
 * @param frame what stands around it
 * @param group its id, as in addresses
 * @param name its heading
 * @param plan the support plan that it is bound to; may be empty
 * @param people how many are in it
 * @param conversation what was said
 * @param draft what the composer holds, or the form of {@code editing} if that is given
 * @param editing the message whose words the person is changing without script
 * @param largestFile the largest file that can be sent, in bytes
 * @param ticket the ticket, if it is a ticket's group
 */
public record GroupPage(
        Frame frame,
        String group,
        String name,
        String plan,
        int people,
        Conversation conversation,
        Draft draft,
        Optional<Long> editing,
        long largestFile,
        Optional<TicketPanel> ticket) {

    /** Refuses null. */
    public GroupPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(conversation, "conversation");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(editing, "editing");
        Objects.requireNonNull(ticket, "ticket");
    }

    /** Its address. */
    public String path() {
        return frame.groupPath(group);
    }

    /** The heading, or of a ticket the number. */
    public String shortName() {
        return ticket.map(panel -> panel.ticket().number().toString()).orElse(name);
    }

    /** Whether there is nowhere to write. What was written before it was closed can still be copied. */
    public boolean isClosed() {
        return ticket.filter(TicketPanel::isClosed).isPresent() && draft.body().isEmpty();
    }

    /** Whether it is a service group of which the reader, a customer's, has read nothing yet. */
    public boolean isNewToReader() {
        return ticket.isEmpty()
                && conversation.readUpTo() == 0
                && !conversation.messages().isEmpty()
                && !frame.me().isServiceTeam();
    }

    /** Whether it is the group of a ticket that has an Emergency. */
    public boolean hasEmergency() {
        return ticket.flatMap(panel -> panel.escalation().active()).isPresent();
    }

    /** Where its events come from. */
    public String events() {
        return frame.path("/events?group=" + group);
    }

    /** The lines of the conversation. */
    public List<Row> rows() {
        return conversation.rows(frame.viewer(), frame.me().id(), path());
    }

    /** The words that are being changed, if the page shows them and they are the person's own. */
    public Optional<MessageView> edited() {
        return editing.flatMap(seq -> conversation.messages().stream()
                .filter(message -> message.seq() == seq
                        && message.isBy(frame.me().id())
                        && message.kind() == MessageView.Kind.WORDS)
                .findFirst());
    }

    /** What the form for changing {@code message} begins with: what was refused, else the words as they are. */
    public Draft editedDraft(MessageView message) {
        return draft.body().isEmpty()
                ? new Draft(message.body(), Part.names(message.parts()), Optional.empty())
                : draft;
    }

    /** The page before this one. */
    public String olderPath() {
        return conversation.messages().isEmpty()
                ? path()
                : at(conversation.messages().get(0).seq());
    }

    /** The end of the conversation. */
    public String newestPath() {
        return at(Position.parse(conversation.position()).orElse(Position.START).seq());
    }

    private String at(long seq) {
        return path() + "?m=" + seq + "#m-" + seq;
    }

    /** Where a person signs in again, to come back here. */
    public String login() {
        return "/thirdparty/lark/" + frame.appId() + "/login?next=" + URLEncoder.encode(path(), StandardCharsets.UTF_8);
    }

    /** A fresh id for the message that will be written, so that sending it twice posts it once, also without script. */
    public String newClientId() {
        return UUID.randomUUID().toString();
    }

    /** Where the TAM is called from: this group, with the TAM's name in the composer; empty if the person has no TAM. */
    public Optional<String> contact() {
        return frame.tam().map(tam -> path() + "?to=" + tam.id() + "#body");
    }
}
