package io.larkdesk.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.attachment.FileBytes;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.OpenAttachment;
import io.larkdesk.core.attachment.UploadAttachment;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryObjectStore;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of a ticket as it is opened: who has it, who is told, and which files come along. */
final class TicketOpeningTest extends TicketScene {

    private final FileBytes bytes = new FileBytes(desk.transactions(), desk.attachments(), new InMemoryObjectStore());

    @Test
    void aNewTicketIsNotedInBothGroupsAndTheEngineerOnDutyIsTold() {
        Instant until = beOnDuty();
        Ticket ticket = open();

        Content.TicketNotice line = new Content.TicketNotice(
                TicketEvent.CREATED,
                new Content.TicketLink(ticket.id(), ticket.number(), "Writes time out"),
                Optional.of(ann.id()),
                Optional.of(eva.id()),
                Optional.of(until),
                "");
        assertThat(said(group.id())).containsExactly(line);
        assertThat(said(ticket.id())).containsExactly(line);
        assertThat(desk.members().list(ticket.id()))
                .extracting(Member::person)
                .containsExactlyInAnyOrder(ann.id(), eva.id(), tom.id());
        assertThat(desk.mentions().listPending(eva.id(), 10))
                .extracting(MentionFacts::standing, facts -> facts.message().group())
                .containsExactly(tuple(MentionFacts.Standing.STANDS, ticket.id()));
        assertThat(desk.mentions().listPending(tom.id(), 10)).isEmpty();
        assertThat(feed.changes()).containsExactlyInAnyOrder(group.id(), ticket.id());
    }

    @Test
    void withNobodyOnDutyTheTamHasItAndTheLineSaysSo() {
        Ticket ticket = open();

        assertThat(ticket.engineer()).contains(tom.id());
        assertThat(said(ticket.id())).singleElement().isInstanceOfSatisfying(Content.TicketNotice.class, line -> {
            assertThat(line.about()).contains(tom.id());
            assertThat(line.until()).isEmpty();
        });
        assertThat(desk.mentions().listPending(tom.id(), 10)).hasSize(1);
        assertThat(desk.timelines().listAfter(ticket.id(), 0, 10))
                .extracting(TimelineEntry::kind, TimelineEntry::words)
                .containsExactly(
                        tuple(TimelineEntry.Kind.CREATED, "HIGH"),
                        tuple(TimelineEntry.Kind.ASSIGNED, "NOBODY_ON_DUTY"));
    }

    @Test
    void aTicketNeedsAServiceGroupAndAProductThatThereIs() {
        Ticket ticket = open();

        assertThat(create(ann, ticket.id(), Optional.empty())).isInstanceOf(CreateTicket.NotAMember.class);
        assertThat(create(ann, group.id(), Optional.of(new Product("Fax"))))
                .isInstanceOf(CreateTicket.UnknownProduct.class);
        assertThat(create(ann, group.id(), Optional.empty())).isInstanceOf(CreateTicket.Created.class);
    }

    @Test
    void filesComeAlongAsTheFirstMessageAndAreSeenInTheTicketsGroupOnly() {
        Attachment log = uploaded(ann, "pg.log");
        CreateTicket.Command command = withFiles(List.of(log.id()));

        Ticket ticket = ((CreateTicket.Created) createTicket.execute(command)).ticket();

        assertThat(said(ticket.id())).hasSize(2).last().isInstanceOfSatisfying(Content.Words.class, words -> {
            assertThat(words.author()).isEqualTo(ann.id());
            assertThat(words.body()).isEqualTo(MessageBody.NONE);
            assertThat(words.attachments()).extracting(Attachment::name).containsExactly(log.name());
        });
        assertThat(said(group.id())).hasSize(1);
        OpenAttachment open = new OpenAttachment(desk.transactions(), desk.members(), desk.attachments(), bytes);
        AttachmentId there = new AttachmentId(ticket.id(), log.id().value());
        assertThat(open.execute(there, tom.id())).isPresent();
        assertThat(open.execute(there, bob.id())).isEmpty();
        assertThat(open.execute(log.id(), ann.id())).isEmpty();
        assertThat(createTicket.execute(command))
                .isInstanceOfSatisfying(
                        CreateTicket.Created.class,
                        again -> assertThat(again.ticket().id()).isEqualTo(ticket.id()));
        assertThat(said(ticket.id())).hasSize(2);
    }

    @Test
    void filesThatAreNotTheOpenersOrTooManyOpenNothing() {
        Attachment bobs = uploaded(bob, "bob.log");
        List<AttachmentId> six = IntStream.range(0, 6)
                .mapToObj(number -> uploaded(ann, number + ".log").id())
                .toList();

        assertThat(createTicket.execute(withFiles(List.of(bobs.id()))))
                .isEqualTo(new CreateTicket.FilesRefused(AttachFiles.Problem.FILE_NOT_THERE));
        assertThat(createTicket.execute(withFiles(six)))
                .isEqualTo(new CreateTicket.FilesRefused(AttachFiles.Problem.TOO_MANY_FILES));
        assertThat(said(group.id())).isEmpty();
        assertThat(desk.attachments().find(bobs.id())).isPresent();
        assertThat(createTicket.execute(withFiles(six.subList(0, 5)))).isInstanceOf(CreateTicket.Created.class);
    }

    @Test
    void theProductThatSomebodyUsedLastIsOfferedFirst() {
        Product cdn = new Product("CDN");
        Product mail = new Product("Mail");
        desk.products().replace(List.of(DATABASE, cdn, mail));
        ListProducts list =
                new ListProducts(desk.transactions(), desk.groups(), desk.members(), desk.products(), desk.tickets());
        create(ann, group.id(), Optional.of(cdn));
        create(ann, group.id(), Optional.of(mail));

        assertThat(list.execute(group.id(), ann.id()).orElseThrow().products()).containsExactly(mail, cdn, DATABASE);
        assertThat(list.execute(group.id(), bob.id()).orElseThrow().products()).containsExactly(DATABASE, cdn, mail);

        desk.products().replace(List.of(DATABASE, cdn));
        assertThat(list.execute(group.id(), ann.id()).orElseThrow().products()).containsExactly(cdn, DATABASE);
    }

    private CreateTicket.Command withFiles(List<AttachmentId> files) {
        return new CreateTicket.Command(
                group.id(),
                ann.id(),
                new ClientId(new UUID(2, files.size())),
                Title.parse("Writes time out"),
                Description.NONE,
                Optional.empty(),
                Severity.HIGH,
                files);
    }

    private Attachment uploaded(Person uploader, String name) {
        UploadAttachment upload = new UploadAttachment(
                desk.transactions(),
                desk.members(),
                desk.attachments(),
                bytes,
                (type, picture) -> Optional.empty(),
                AttachmentPolicy.DEFAULT,
                new SeededRandomness(name.hashCode()));
        return ((UploadAttachment.Uploaded) upload.execute(
                        new UploadAttachment.Command(
                                group.id(), uploader.id(), FileName.clean(name), "", Optional.empty()),
                        new ByteArrayInputStream(new byte[] {1, 2, 3})::read))
                .attachment();
    }
}
