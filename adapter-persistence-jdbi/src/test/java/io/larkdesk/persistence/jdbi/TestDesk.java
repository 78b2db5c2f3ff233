package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.MeterCalls;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.ConversationFeed;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.MarkRead;
import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.conversation.MentionedMembers;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.ReadConversation;
import io.larkdesk.core.group.BindServiceGroup;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.MoveMember;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.reminder.AssessTenant;
import io.larkdesk.core.reminder.ClaimReminders;
import io.larkdesk.core.reminder.ComposeReminder;
import io.larkdesk.core.reminder.DescribeNotice;
import io.larkdesk.core.reminder.RemindMentioned;
import io.larkdesk.core.reminder.ReminderPolicies;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminder.SettleReminder;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.TicketHost;
import io.larkdesk.testkit.RecordingFeed;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The core's use cases over one persistence, with a customer, its service group and people in it. */
final class TestDesk {

    static final ReminderPolicy AT_ONCE = new ReminderPolicy(
            ReminderPolicy.DEFAULT.window(),
            Duration.ZERO,
            ReminderPolicy.DEFAULT.attemptWithin(),
            ReminderPolicy.DEFAULT.retryWithin());

    private static final Randomness RANDOMNESS = new Randomness() {
        private final SecureRandom random = new SecureRandom();

        @Override
        public UUID uuid() {
            return UUID.randomUUID();
        }

        @Override
        public byte[] bytes(int length) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        }
    };

    final PostMessage postMessage;
    final EditMessage editMessage;
    final MarkRead markRead;
    final ReadConversation readConversation;
    final ClaimReminders claimReminders;
    final SettleReminder settleReminder;
    final MeterCalls meterCalls;
    private final JdbiPersistence persistence;
    private final ConversationFeed feed = new RecordingFeed();

    TestDesk(JdbiPersistence persistence) {
        this.persistence = persistence;
        MentionedMembers mentioned = new MentionedMembers(
                persistence.members(), new RemindMentioned(persistence.mentions(), persistence.permits(), AT_ONCE));
        AttachFiles attachFiles = new AttachFiles(persistence.transactions(), persistence.attachments());
        TicketHost host = new TicketHost(
                persistence.tickets(), new KeepTimeline(persistence.transactions(), persistence.timelines()));
        this.postMessage = new PostMessage(
                persistence.transactions(),
                persistence.members(),
                persistence.messages(),
                attachFiles,
                mentioned,
                host,
                feed);
        this.editMessage = new EditMessage(
                persistence.transactions(),
                persistence.members(),
                persistence.messages(),
                attachFiles,
                mentioned,
                host,
                feed);
        this.markRead = new MarkRead(
                persistence.transactions(),
                persistence.members(),
                persistence.readCursors(),
                persistence.presences(),
                feed);
        this.readConversation = new ReadConversation(
                persistence.transactions(), persistence.members(), persistence.messages(), persistence.readCursors());
        AssessTenant assess = new AssessTenant(
                persistence.tenants(),
                persistence.people(),
                persistence.callBudgets(),
                new ReminderPolicies(AT_ONCE, tenant -> Optional.empty()),
                BudgetPolicy.DEFAULT);
        this.claimReminders = new ClaimReminders(
                persistence.transactions(),
                persistence.permits(),
                persistence.mentions(),
                persistence.quietTimes(),
                persistence.callBudgets(),
                Optional::empty,
                assess,
                new ComposeReminder(
                        persistence.messages(),
                        persistence.groups(),
                        new NamePeople(persistence.transactions(), persistence.people(), persistence.tenants()),
                        persistence.people(),
                        persistence.quietTimes(),
                        new DescribeNotice(
                                persistence.tickets(),
                                persistence.tenants(),
                                persistence.people(),
                                persistence.messages())),
                RANDOMNESS);
        this.settleReminder = new SettleReminder(
                persistence.transactions(),
                persistence.permits(),
                persistence.mentions(),
                persistence.callBudgets(),
                assess);
        this.meterCalls = new MeterCalls(persistence.transactions(), persistence.callBudgets(), BudgetPolicy.DEFAULT);
    }

    /** A group with its members, in order of joining. */
    record Group(GroupId id, List<PersonId> members) {}

    /** A new customer's service group with {@code members} people of the customer in it. */
    Group newGroup(int members) {
        Tenant customer = customer();
        persistence.tenants().save(customer);
        List<PersonId> people =
                Stream.generate(() -> newPerson(customer.id())).limit(members).toList();
        ServiceGroup group = new BindServiceGroup(
                        persistence.transactions(),
                        persistence.tenants(),
                        persistence.groups(),
                        persistence.members(),
                        new MoveMember(
                                persistence.members(),
                                new MembershipNotices(persistence.transactions(), persistence.messages(), feed)),
                        new OnDuty(persistence.tenants(), persistence.people(), persistence.roster()),
                        RANDOMNESS)
                .execute(customer.id(), people);
        return new Group(group.id(), people);
    }

    PersonId newPerson(TenantId tenant) {
        PersonId id = new PersonId(tenant, UUID.randomUUID());
        persistence
                .people()
                .save(new Person(
                        id,
                        new OpenId("ou_" + id.value()),
                        PersonName.of("Somebody"),
                        Optional.empty(),
                        Optional.empty(),
                        Language.EN,
                        Optional.empty()));
        return id;
    }

    Message say(GroupId group, PersonId author, String text) {
        PostMessage.Result result = postMessage.execute(
                new PostMessage.Command(group, author, new ClientId(UUID.randomUUID()), MessageBody.parse(text)));
        return ((PostMessage.Posted) result).message();
    }

    static String mention(PersonId... persons) {
        return Stream.of(persons).map(person -> "<@" + person.value() + ">").collect(Collectors.joining(" "));
    }

    static Tenant customer() {
        TenantId id = new TenantId(UUID.randomUUID());
        return new Tenant(
                id,
                Tenant.Kind.CUSTOMER,
                "Müller & Söhne 数据",
                new AppId("cli_" + id.value().toString().replace("-", "")),
                Brand.LARK,
                new SealedSecret("c2VhbGVk"),
                Edition.FREE,
                Allowance.FREE_EDITION,
                Optional.of(new PlanName("Premium")),
                TenantState.ACTIVE,
                Optional.empty());
    }
}
