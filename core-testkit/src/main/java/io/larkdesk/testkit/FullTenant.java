package io.larkdesk.testkit;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.FileType;
import io.larkdesk.core.attachment.Picture;
import io.larkdesk.core.attachment.Storage;
import io.larkdesk.core.attachment.Thumbnail;
import io.larkdesk.core.attachment.Upload;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.UnionId;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Sha256;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketTimes;
import io.larkdesk.core.ticket.Title;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A customer of whom there is something in every store that keeps anything of customers. Wherever people may write, there is a word by which
 * it is found again; in notes of the service team another.
 */
public final class FullTenant {

    private static final int CHUNK = 64;
    private static final long ROOM = 1_000_000;

    private final Stores stores;
    private final Randomness randomness;
    private final Person engineer;
    private final String word;
    private final Instant now;
    private final Tenant tenant;
    private final Person person;
    private final ServiceGroup group;
    private final Ticket ticket;
    private final MessageId message;
    private final Attachment file;

    private FullTenant(Stores stores, Randomness randomness, Person engineer, String word, Instant now) {
        this.stores = stores;
        this.randomness = randomness;
        this.engineer = engineer;
        this.word = word;
        this.now = now;
        Scene scene = new Scene(stores, randomness);
        this.tenant = scene.customer(word + " Ltd").withTenantKey("key-" + word);
        this.person = newPerson();
        this.group = new ServiceGroup(scene.group(tenant).id(), word + " & us", new PlanName("Enterprise"), now);
        scene.join(group, person);
        scene.join(group, engineer);
        this.ticket = ticket(scene.ticket(group, person));
        this.file = newFile();
        this.message = stores.messages().append(group.id(), now, words()).id();
    }

    /**
     * Stores one.
     *
     * @param engineer one of the provider's people, who has its ticket
     * @param word by which what its people wrote is found
     */
    public static FullTenant in(Stores stores, Randomness randomness, Person engineer, String word) {
        Transactions transactions = stores.transactions();
        return transactions.inTransaction(now -> {
            FullTenant full = new FullTenant(stores, randomness, engineer, word, now);
            new FullTenantRecords(stores, randomness, engineer, word, now, full).fill();
            return full;
        });
    }

    /** Itself. */
    public Tenant tenant() {
        return tenant;
    }

    /** One of its people. */
    public Person person() {
        return person;
    }

    /** Its service group. */
    public ServiceGroup group() {
        return group;
    }

    /** Its ticket, which the engineer has. */
    public Ticket ticket() {
        return ticket;
    }

    /** What was said in the service group, with a file. */
    public MessageId message() {
        return message;
    }

    /** The file. */
    public Attachment file() {
        return file;
    }

    /** By which notes of the service team are found. */
    public String noted() {
        return "secretly-" + word;
    }

    private Person newPerson() {
        Person known = new Person(
                new PersonId(tenant.id(), randomness.uuid()),
                new OpenId("ou_" + word),
                PersonName.of(word + " Ann"),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                Optional.empty(),
                Optional.of(new UnionId("on_" + word)),
                true);
        stores.people().save(known);
        return known;
    }

    private Attachment newFile() {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        AttachmentId id = new AttachmentId(group.id(), randomness.uuid());
        FileName name = FileName.clean(word + ".png");
        stores.attachments().begin(new Upload(id, person.id(), name, bytes.length, Storage.DATABASE, CHUNK, now), ROOM);
        for (int from = 0; from < bytes.length; from += CHUNK) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK));
            stores.attachments().append(id, from / CHUNK, piece, now);
        }
        Attachment complete = new Attachment(
                id,
                person.id(),
                name,
                FileType.PNG,
                bytes.length,
                Sha256.hex(bytes),
                Optional.of(new Picture(2, 3, true)),
                now);
        stores.attachments().complete(complete, Optional.of(new Thumbnail(FileType.PNG, bytes)));
        stores.attachments().bind(List.of(id), now);
        return complete;
    }

    private Content.Words words() {
        return new Content.Words(
                person.id(),
                new ClientId(randomness.uuid()),
                MessageBody.parse(word + " <@" + engineer.id().value() + ">"),
                List.of(file),
                Optional.empty());
    }

    private Ticket ticket(Ticket bare) {
        Ticket given = new Ticket(
                bare.id(),
                bare.openedFrom(),
                bare.number(),
                Title.parse(word),
                Description.parse(word),
                Optional.empty(),
                Severity.HIGH,
                TicketState.IN_PROGRESS,
                person.id(),
                bare.clientId(),
                Optional.of(engineer.id()),
                2,
                TicketTimes.from(now),
                Optional.empty(),
                Optional.empty());
        stores.tickets().save(given);
        return given;
    }
}
