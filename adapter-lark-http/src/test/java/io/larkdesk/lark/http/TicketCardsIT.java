package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.reminder.Matter;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.MessageReminder.Item;
import io.larkdesk.core.reminder.ReminderChannel.Delivered;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.lark.DeskLinks;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.lark.LarkReminders;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cards about tickets, as the port draws them, arrive in Lark; the files say how they look. */
class TicketCardsIT {

    private static final Instant NOW = Instant.parse("2026-11-24T06:30:00Z");
    private static final Matter.AboutTicket TICKET = new Matter.AboutTicket(
            new TicketNumber(1042),
            "Checkout writes time out on pg-prod-3",
            Severity.HIGH,
            Optional.of(new Product("Managed PostgreSQL")),
            "Harbour Retail Group",
            "Priya Raman",
            NOW.minus(Duration.ofMinutes(45)));

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAssignmentArrives(Language language) throws IOException {
        assertThat(arrived(language, new Matter.Assigned(TICKET, Matter.Why.ON_DUTY)))
                .isEqualTo(Golden.card("assigned", language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aReminderArrives(Language language) throws IOException {
        assertThat(arrived(language, new Matter.Hurried(TICKET, Optional.of(NOW.minus(Duration.ofMinutes(35))))))
                .isEqualTo(Golden.card("reminder", language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aResolutionArrives(Language language) throws IOException {
        assertThat(arrived(language, new Matter.Resolved(TICKET, "Ended the long transaction")))
                .isEqualTo(Golden.card("resolved", language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aQuestionArrives(Language language) throws IOException {
        assertThat(arrived(language, new Matter.Changed(TICKET, Matter.How.AWAITING_CUSTOMER)))
                .isEqualTo(Golden.card("changed", language));
    }

    private String arrived(Language language, Matter matter) {
        TenantId tenant = Samples.APP.tenant();
        MessageReminder reminder = new MessageReminder(
                new ReminderId(new UUID(4, 0)),
                1,
                new Person(
                        new PersonId(tenant, new UUID(2, 2)),
                        Samples.ANN,
                        PersonName.of("Ann"),
                        Optional.empty(),
                        Optional.empty(),
                        language,
                        Optional.empty()),
                NOW,
                Optional.of(ZoneId.of("Asia/Singapore")),
                List.of(new Item(
                        new MessageId(new GroupId(tenant, new UUID(3, 7)), 12),
                        "#1042 Checkout writes time out on pg-prod-3",
                        "Daniel Okafor",
                        "#1042 Checkout writes time out on pg-prod-3",
                        NOW.minus(Duration.ofMinutes(3)),
                        matter)));
        DeskLinks links =
                new DeskLinks(URI.create("https://desk.example.com"), DeskLinks.Style.APP_LINK, LarkHosts::of);

        assertThat(new LarkReminders(bench.lark, new OpenSecrets(), links)
                        .deliver(Samples.tenant(Tenant.Kind.CUSTOMER, "Harbour Retail Group"), reminder, Samples.SOON))
                .isInstanceOf(Delivered.class);
        return bench.messages().get(0).path("card").toPrettyString() + "\n";
    }
}
