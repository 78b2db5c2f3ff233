package io.larkdesk.lark;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.PageId;
import io.larkdesk.core.escalation.PageMessage;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.Matter;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.MessageReminder.Item;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Severity;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class Samples {

    static final Instant NOW = Instant.parse("2026-11-24T06:30:00Z");
    static final String SECRET = "s3cr3t-canary";
    static final Tenant TENANT = tenant(Brand.LARK);
    static final LarkApp APP = new LarkApp(TENANT.id(), Brand.LARK, TENANT.appId(), AppSecret.of(SECRET));

    static final EmergencyId EMERGENCY = new EmergencyId(new GroupId(TENANT.id(), new UUID(3, 7)), new UUID(5, 91));
    static final Person EVA = new Person(
            new PersonId(new TenantId(new UUID(9, 9)), new UUID(2, 3)),
            new OpenId("ou_amara"),
            PersonName.of("Amara Diallo"),
            Optional.empty(),
            Optional.empty(),
            Language.EN,
            Optional.of(StaffRole.ENGINEER));

    private Samples() {}

    /** A page of level 2 about an Emergency that Daniel Okafor started now. */
    static PageMessage page(Page.Kind kind, Language language, Emergency.State state) {
        Emergency emergency = new Emergency(
                EMERGENCY,
                new Emergency.Declaration(
                        person(language).id(),
                        NOW,
                        Emergency.Reason.BUSINESS_UNAVAILABLE,
                        "Checkout is down for all 340 shops",
                        new ClientId(new UUID(6, 6))),
                EscalationPolicy.standard(EscalationPolicy.ACKNOWLEDGE_WITHIN, Optional.of(2)),
                2,
                2,
                state,
                Optional.empty());
        Person recipient = EVA.speaking(language);
        return new PageMessage(
                new Page(
                        new PageId(new UUID(7, 7)),
                        EMERGENCY,
                        new Page.About(kind, 1, kind == Page.Kind.ALERT ? 2 : 0),
                        recipient.id(),
                        new Page.Sending(1, NOW, NOW.plusSeconds(15))),
                recipient,
                emergency,
                new PageMessage.Ticket(new TicketNumber(1042), "Checkout writes time out on pg-prod-3"),
                "Harbour Retail Group",
                "Daniel Okafor",
                emergency.isUnacknowledged() ? Optional.empty() : Optional.of("Amara Diallo"),
                NOW,
                Optional.empty());
    }

    static Tenant tenant(Brand brand) {
        return new Tenant(
                new TenantId(new UUID(1, 1)),
                Tenant.Kind.CUSTOMER,
                "Harbour Retail Group",
                new AppId("cli_a8f3d0c21e79500d"),
                brand,
                new SealedSecret("c2VhbGVk"),
                Edition.FREE,
                Allowance.FREE_EDITION,
                Optional.of(new PlanName("Gold")),
                TenantState.ACTIVE,
                Optional.empty());
    }

    static Person person(Language language) {
        return new Person(
                new PersonId(TENANT.id(), new UUID(2, 2)),
                new OpenId("ou_daniel"),
                PersonName.of("Daniel Okafor"),
                Optional.empty(),
                Optional.empty(),
                language,
                Optional.empty());
    }

    static MessageId message(int group, long seq) {
        return new MessageId(new GroupId(TENANT.id(), new UUID(3, group)), seq);
    }

    static Item item(int group, long seq, String author, String excerpt, Duration ago) {
        return new Item(message(group, seq), "Group " + group, author, excerpt, NOW.minus(ago));
    }

    /** The line of a ticket that Priya Raman opened three quarters of an hour ago. */
    static Item item(String author, Duration ago, Matter matter) {
        return new Item(
                message(4, 12),
                "#1042 Checkout writes time out on pg-prod-3",
                author,
                "#1042 Checkout writes time out on pg-prod-3",
                NOW.minus(ago),
                matter);
    }

    static Matter.AboutTicket ticket(Severity severity) {
        return new Matter.AboutTicket(
                new TicketNumber(1042),
                "Checkout writes time out on pg-prod-3",
                severity,
                Optional.of(new Product("Managed PostgreSQL")),
                "Harbour Retail Group",
                "Priya Raman",
                NOW.minus(Duration.ofMinutes(45)));
    }

    static MessageReminder reminder(Language language, Item... items) {
        return new MessageReminder(
                new ReminderId(new UUID(4, 0)), 1, person(language), NOW, Optional.empty(), List.of(items));
    }

    static MessageReminder reminderOfAge(Duration age) {
        return reminder(Language.EN, item(1, 412, "Sofia Lindqvist", "@Daniel Okafor done", age));
    }

    static DeskLinks links(DeskLinks.Style style) {
        return new DeskLinks(URI.create("https://desk.example.com/"), style, LarkHosts::of);
    }

    static Secrets secrets() {
        return new Secrets() {
            @Override
            public SealedSecret seal(TenantId tenant, AppSecret secret) {
                throw new UnsupportedOperationException();
            }

            @Override
            public AppSecret open(TenantId tenant, SealedSecret secret) {
                return AppSecret.of(SECRET);
            }

            @Override
            public KeyAge age(SealedSecret secret) {
                return KeyAge.CURRENT;
            }
        };
    }
}
