package io.larkdesk.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.budgeting.BudgetStatus;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.onboarding.ListTenants.Customer;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Note;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Ticket;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the API tells of what the desk knows. Instants are in UTC; what is empty is left out. */
final class Views {

    private Views() {}

    private static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }

    private static @Nullable UUID value(Optional<PersonId> person) {
        return person.map(PersonId::value).orElse(null);
    }

    /**
     * A customer.
     *
     * @param id identifies it
     * @param organisation what it is called
     * @param appId its Lark app, once that is known
     * @param state how far it has come
     * @param edition its edition of Lark, once its app is known
     * @param plan its support plan, if it has one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Tenant")
    record TenantView(
            UUID id,
            String organisation,
            @Nullable String appId,
            String state,
            @Nullable String edition,
            @Nullable String plan) {

        static TenantView of(Tenant tenant) {
            return new TenantView(
                    tenant.id().value(),
                    tenant.organisation(),
                    tenant.appId().value(),
                    tenant.state().name(),
                    tenant.edition().name(),
                    tenant.plan().map(plan -> plan.value()).orElse(null));
        }

        static TenantView of(Customer customer) {
            return customer.tenant()
                    .map(TenantView::of)
                    .orElseGet(() ->
                            new TenantView(customer.id().value(), customer.organisation(), null, "DRAFT", null, null));
        }
    }

    /**
     * A ticket.
     *
     * @param number what people call it by
     * @param tenant whose
     * @param title what it is about
     * @param description what the opener told of it
     * @param product to which product it belongs, if the opener knew
     * @param severity how much it hurts
     * @param state how far it is
     * @param opener who opened it
     * @param owner whose it is on the customer's side
     * @param engineer who has it, if anybody does
     * @param version to be sent with a change
     * @param openedAt when it was opened
     * @param changedAt when its version was made
     * @param activeAt when anybody said or did anything to it, the last time
     * @param waitingSince since when the customer waits for a word, if it does
     * @param resolvedAt when it was resolved
     * @param closedAt when it was closed
     * @param resolution what was done
     * @param stars how well it went, from 1 to 5
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Ticket")
    record TicketView(
            long number,
            UUID tenant,
            String title,
            String description,
            @Nullable String product,
            String severity,
            String state,
            UUID opener,
            UUID owner,
            @Nullable UUID engineer,
            long version,
            String openedAt,
            String changedAt,
            String activeAt,
            @Nullable String waitingSince,
            @Nullable String resolvedAt,
            @Nullable String closedAt,
            @Nullable String resolution,
            @Nullable Integer stars) {

        static TicketView of(Ticket ticket) {
            return new TicketView(
                    ticket.number().value(),
                    ticket.id().tenant().value(),
                    ticket.title().text(),
                    ticket.description().text(),
                    ticket.product().map(Product::name).orElse(null),
                    ticket.severity().name(),
                    ticket.state().name(),
                    ticket.opener().value(),
                    ticket.owner().value(),
                    value(ticket.engineer()),
                    ticket.version(),
                    ticket.times().openedAt().toString(),
                    ticket.times().changedAt().toString(),
                    ticket.times().activeAt().toString(),
                    text(ticket.times().waitingSince()),
                    text(ticket.times().resolvedAt()),
                    text(ticket.times().closedAt()),
                    ticket.resolution().map(Resolution::text).orElse(null),
                    ticket.rating().map(rating -> rating.stars()).orElse(null));
        }
    }

    /**
     * What stands at one place of a conversation.
     *
     * @param seq its place; there is no gap
     * @param postedAt when it was posted
     * @param kind MESSAGE, DELETED, or NOTICE for a line of the desk itself
     * @param author who wrote it
     * @param body the words; {@code <@id>} stands for a mentioned person
     * @param files the files
     * @param editedAt when the author changed the words, the last time
     * @param event what happened, of a line of the desk
     * @param about whom a line of the desk is about
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Message")
    record MessageView(
            long seq,
            String postedAt,
            String kind,
            @Nullable UUID author,
            @Nullable String body,
            @Nullable List<FileView> files,
            @Nullable String editedAt,
            @Nullable String event,
            @Nullable UUID about) {

        static MessageView of(Message message) {
            Content content = message.content();
            if (content instanceof Content.Words words) {
                return new MessageView(
                        message.id().seq(),
                        message.postedAt().toString(),
                        "MESSAGE",
                        words.author().value(),
                        words.body().text(),
                        words.attachments().stream().map(FileView::of).toList(),
                        text(words.editedAt()),
                        null,
                        null);
            }
            if (content instanceof Content.Deleted deleted) {
                return line(message, "DELETED", Optional.of(deleted.author()), null, Optional.empty());
            }
            return content instanceof Content.TicketNotice notice
                    ? line(message, "NOTICE", notice.by(), notice.event().name(), notice.about())
                    : content instanceof Content.Notice came
                            ? line(message, "NOTICE", came.by(), came.event().name(), Optional.of(came.about()))
                            : line(message, "NOTICE", Optional.empty(), null, Optional.empty());
        }

        private static MessageView line(
                Message message,
                String kind,
                Optional<PersonId> author,
                @Nullable String event,
                Optional<PersonId> about) {
            return new MessageView(
                    message.id().seq(),
                    message.postedAt().toString(),
                    kind,
                    value(author),
                    null,
                    null,
                    null,
                    event,
                    value(about));
        }
    }

    /**
     * A file of a message.
     *
     * @param id identifies it
     * @param name what it is called
     * @param size in bytes
     */
    @Schema(name = "File")
    record FileView(UUID id, String name, long size) {

        static FileView of(Attachment file) {
            return new FileView(file.id().value(), file.name().value(), file.size());
        }
    }

    /**
     * An internal note.
     *
     * @param author who wrote it
     * @param at when
     * @param text the words
     */
    @Schema(name = "Note")
    record NoteView(UUID author, String at, String text) {

        static NoteView of(Note note) {
            return new NoteView(
                    note.author().value(), note.at().toString(), note.text().text());
        }
    }

    /**
     * Somebody in a group.
     *
     * @param id identifies the person
     * @param name shown to others
     * @param side CUSTOMER or SERVICE_TEAM
     * @param role what somebody of the service team does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Member")
    record MemberView(
            UUID id, String name, String side, @Nullable String role) {

        static MemberView of(Person person, GroupId group) {
            return new MemberView(
                    person.id().value(),
                    person.name().value(),
                    Side.of(person.id(), group).name(),
                    person.role().map(Enum::name).orElse(null));
        }
    }

    /**
     * A time in which somebody is on duty.
     *
     * @param person who
     * @param role as what
     * @param from the beginning
     * @param until the end: at this instant off duty
     */
    @Schema(name = "Shift")
    record ShiftView(UUID person, String role, String from, String until) {

        static ShiftView of(Shift shift) {
            return new ShiftView(
                    shift.person().value(),
                    shift.role().name(),
                    shift.from().toString(),
                    shift.until().toString());
        }
    }

    /**
     * Where a customer's budget of Lark calls stands this month.
     *
     * @param tenant whose
     * @param organisation what the customer is called
     * @param month which month, as in 2026-03
     * @param allowance how many calls there may be
     * @param used how many there were
     * @param saved how many were not needed, because somebody had read in time
     * @param reserve how many are kept back for Emergencies
     * @param step how often its people are reminded
     * @param exhausted whether Lark takes no more this month
     * @param likely what the month comes to, once that can be said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Budget")
    record BudgetView(
            UUID tenant,
            String organisation,
            String month,
            int allowance,
            int used,
            int saved,
            int reserve,
            String step,
            boolean exhausted,
            @Nullable Long likely) {

        static BudgetView of(BudgetStatus status) {
            return new BudgetView(
                    status.tenant().id().value(),
                    status.tenant().organisation(),
                    status.budget().month().toString(),
                    status.budget().allowance().calls(),
                    status.budget().used(),
                    status.budget().saved(),
                    status.reserve(),
                    status.step().name(),
                    status.budget().exhausted(),
                    status.forecast().map(forecast -> forecast.likely()).orElse(null));
        }
    }
}
