package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.reminder.Matter;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.MessageReminder.Item;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.lark.AppVersionInfo;
import io.larkdesk.lark.ApplicationInfo;
import io.larkdesk.lark.CardMessage;
import io.larkdesk.lark.CodeExchange;
import io.larkdesk.lark.DeskLinks;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.lark.LarkPlatform;
import io.larkdesk.lark.LarkReminders;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.ScopeGrant;
import io.larkdesk.lark.SentMessage;
import io.larkdesk.lark.TenantInfo;
import io.larkdesk.lark.UserInfo;
import io.larkdesk.lark.UserToken;
import io.larkdesk.lark.card.Card;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest reminders that the port can write are small enough for Lark. */
class LargestReminderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T06:30:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));

    @ParameterizedTest
    @ValueSource(strings = {"😀", "\\", "\"", "\u0001", "中"})
    void aDigestOfManyGroupsWithLongNamesFits(String letter) {
        List<Item> items = new ArrayList<>();
        for (int group = 0; group < 40; group++) {
            for (int author = 0; author < 10; author++) {
                items.add(item(group, author + 1, letter.repeat(500), author + letter.repeat(500), letter));
            }
        }

        assertThat(sizeOf(items)).isBetween(2_000L, AppCalls.LARGEST_MESSAGE);
    }

    @Test
    void oneMentionWithLongWordsFits() {
        Item item = item(1, 1, "\u0001".repeat(500), "\u0001".repeat(500), "\u0001".repeat(Item.LONGEST_EXCERPT));

        assertThat(sizeOf(List.of(item))).isBetween(2_000L, AppCalls.LARGEST_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "\\", "\"", "\u0001", "中"})
    void whatIsSaidOfATicketWithLongWordsFits(String letter) {
        Matter.AboutTicket ticket = new Matter.AboutTicket(
                new TicketNumber(999_999_999_999_999_999L),
                letter.repeat(120),
                Severity.CRITICAL,
                Optional.of(new Product("p".repeat(60))),
                letter.repeat(500),
                letter.repeat(500),
                NOW);
        String word = letter.repeat(Item.LONGEST_EXCERPT / letter.length());

        for (Matter matter : List.of(
                new Matter.Assigned(ticket, Matter.Why.GIVEN),
                new Matter.Hurried(ticket, Optional.of(NOW)),
                new Matter.Resolved(ticket, word),
                new Matter.Changed(ticket, Matter.How.HANDED_OVER))) {
            Item told = item(1, 1, letter.repeat(500), letter.repeat(500), "");
            Item item =
                    new Item(told.message(), told.groupName(), told.author(), told.excerpt(), told.postedAt(), matter);
            assertThat(sizeOf(List.of(item))).isBetween(2_000L, AppCalls.LARGEST_MESSAGE);
        }
    }

    private static Item item(int group, int seq, String groupName, String author, String excerpt) {
        MessageId id = new MessageId(new GroupId(TENANT, new UUID(3, group)), seq);
        return new Item(id, groupName, author, excerpt, NOW.minusSeconds(86_400));
    }

    private static long sizeOf(List<Item> items) {
        Measuring measuring = new Measuring();
        DeskLinks links = new DeskLinks(
                URI.create("https://" + "d".repeat(60) + ".example.com"), DeskLinks.Style.APP_LINK, LarkHosts::of);
        Person recipient = new Person(
                new PersonId(TENANT, new UUID(2, 2)),
                Samples.ANN,
                PersonName.of("Ann"),
                Optional.empty(),
                Optional.empty(),
                Language.ZH,
                Optional.empty());
        new LarkReminders(measuring, new OpenSecrets(), links)
                .deliver(
                        tenant(),
                        new MessageReminder(new ReminderId(new UUID(4, 0)), 1, recipient, NOW, Optional.empty(), items),
                        Samples.SOON);
        return measuring.size;
    }

    private static Tenant tenant() {
        return new Tenant(
                TENANT,
                Tenant.Kind.CUSTOMER,
                "Harbour Retail Group",
                new AppId("cli_" + "a".repeat(60)),
                Brand.LARK,
                new SealedSecret("c2VhbGVk"),
                Edition.FREE,
                Allowance.FREE_EDITION,
                Optional.of(new PlanName("Gold")),
                TenantState.ACTIVE,
                Optional.empty());
    }

    /** Sends nothing, and remembers how much it would have been. */
    private static final class Measuring implements LarkPlatform {

        private long size;

        @Override
        public LarkResult<SentMessage> sendCard(
                LarkApp app, CardMessage message, CallPurpose purpose, Duration within) {
            CardMessage toLongId = new CardMessage(new OpenId("o".repeat(128)), message.uuid(), message.card());
            size = AppCalls.message(toLongId).contentLength();
            return new LarkResult.Success<>(new SentMessage("om_1"));
        }

        @Override
        public LarkResult<SentMessage> updateCard(
                LarkApp app, SentMessage message, Card card, CallPurpose purpose, Duration within) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LarkResult<AppId> checkCredentials(LarkApp app, Duration within) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LarkResult<ApplicationInfo> queryApplication(LarkApp app, CallPurpose purpose, Duration within) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LarkResult<AppVersionInfo> queryAppVersion(
                LarkApp app, String versionId, CallPurpose purpose, Duration within) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LarkResult<List<ScopeGrant>> queryScopes(LarkApp app, CallPurpose purpose, Duration within) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LarkResult<UserToken> exchangeCode(LarkApp app, CodeExchange exchange, Duration within) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LarkResult<UserInfo> userInfo(LarkApp app, UserToken token, Duration within) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LarkResult<TenantInfo> queryTenant(LarkApp app, CallPurpose purpose, Duration within) {
            throw new UnsupportedOperationException();
        }
    }
}
