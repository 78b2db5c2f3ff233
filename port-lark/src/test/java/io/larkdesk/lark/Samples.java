package io.larkdesk.lark;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.MessageReminder.Item;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
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

    private Samples() {}

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
                "Gold",
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

    static MessageReminder reminder(Language language, Item... items) {
        return new MessageReminder(new ReminderId(new UUID(4, 0)), 1, person(language), NOW, List.of(items));
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
        };
    }
}
