package io.larkdesk.testkit;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketTimes;
import io.larkdesk.core.ticket.Title;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts tenants, people, groups and messages into any {@link Stores}, past the use cases, so that a test can begin in the middle. */
public final class Scene {

    private static final PlanName PLAN = new PlanName("Enterprise");

    private final Stores stores;
    private final Randomness randomness;

    /** Sets up in {@code stores}; all ids come from {@code randomness}. */
    public Scene(Stores stores, Randomness randomness) {
        this.stores = stores;
        this.randomness = randomness;
    }

    /** A customer in service, on the free edition, with an App ID of its own. */
    public Tenant customer(String organisation) {
        return save(tenant(Tenant.Kind.CUSTOMER, organisation));
    }

    /** The provider, in service. */
    public Tenant provider(String organisation) {
        return save(tenant(Tenant.Kind.PROVIDER, organisation));
    }

    /** A tenant in service that is not stored. */
    public Tenant tenant(Tenant.Kind kind, String organisation) {
        TenantId id = new TenantId(randomness.uuid());
        return new Tenant(
                id,
                kind,
                organisation,
                new AppId("cli_" + id.value()),
                Brand.LARK,
                new PlainSecrets().seal(id, AppSecret.of("secret of " + organisation)),
                Edition.FREE,
                Allowance.FREE_EDITION,
                kind == Tenant.Kind.PROVIDER ? Optional.empty() : Optional.of(PLAN),
                TenantState.ACTIVE,
                Optional.empty());
    }

    private Tenant save(Tenant tenant) {
        stores.tenants().save(tenant);
        return tenant;
    }

    /** One of the tenant's people, without a role. */
    public Person person(Tenant tenant, String name) {
        return save(person(tenant.id(), name, Optional.empty()));
    }

    /** One of the provider's people. */
    public Person staff(Tenant provider, String name, StaffRole role) {
        return save(person(provider.id(), name, Optional.of(role)));
    }

    /** A person who is not stored. */
    public Person person(TenantId tenant, String name, Optional<StaffRole> role) {
        PersonId id = new PersonId(tenant, randomness.uuid());
        return new Person(
                id,
                new OpenId("ou_" + id.value()),
                PersonName.of(name),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                role);
    }

    private Person save(Person person) {
        stores.people().save(person);
        return person;
    }

    /** The tenant's service group, bound now. */
    public ServiceGroup group(Tenant tenant) {
        return stores.transactions().inTransaction(now -> {
            GroupId id = new GroupId(tenant.id(), randomness.uuid());
            ServiceGroup group = new ServiceGroup(id, "Group of " + tenant.organisation(), PLAN, now);
            stores.groups().save(group);
            return group;
        });
    }

    /** A new ticket that {@code opener} opened from the group now and nobody has, with its own group in which only the opener is. */
    public Ticket ticket(ServiceGroup group, Person opener) {
        return stores.transactions().inTransaction(now -> {
            Ticket ticket = new Ticket(
                    new GroupId(group.id().tenant(), randomness.uuid()),
                    group.id(),
                    stores.tickets().nextNumber(),
                    Title.parse("It does not work"),
                    Description.NONE,
                    Optional.empty(),
                    Severity.NORMAL,
                    TicketState.NEW,
                    opener.id(),
                    new ClientId(randomness.uuid()),
                    Optional.empty(),
                    1,
                    TicketTimes.from(now),
                    Optional.empty(),
                    Optional.empty());
            TicketGroup own = new TicketGroup(
                    ticket.id(), group.id(), ticket.number(), ticket.title().text(), now, Optional.empty());
            stores.groups().save(own);
            stores.tickets().save(ticket);
            join(own, opener, now);
            return ticket;
        });
    }

    /** {@code person} is on duty from {@code from} for {@code time}. */
    public Shift shift(Person person, StaffRole role, Instant from, Duration time) {
        Shift shift = new Shift(person.id(), role, from, from.plus(time));
        stores.roster().save(shift);
        return shift;
    }

    /** {@code person} is in the group since {@code joinedAt}; without a notice. */
    public Member join(Group group, Person person, Instant joinedAt) {
        Member member = new Member(group.id(), person.id(), joinedAt, Optional.empty());
        stores.members().save(member);
        return member;
    }

    /** {@code person} is in the group since now; without a notice. */
    public Member join(Group group, Person person) {
        return stores.transactions().inTransaction(now -> join(group, person, now));
    }

    /** {@code member} is out of the group since now; without a notice. */
    public Member leave(Member member) {
        return stores.transactions().inTransaction(now -> {
            Member gone = new Member(
                    member.group(),
                    member.person(),
                    member.joinedAt(),
                    member.invitedBy(),
                    Optional.of(now),
                    Optional.empty());
            stores.members().save(gone);
            return gone;
        });
    }

    /** {@code author}'s words, appended to the group; nobody is told of mentions. */
    public Message say(Group group, Person author, String text) {
        return stores.transactions()
                .inTransaction(now -> stores.messages().append(group.id(), now, words(author, text)));
    }

    /** Words with a client id of their own. */
    public Content.Words words(Person author, String text) {
        return new Content.Words(
                author.id(), new ClientId(randomness.uuid()), MessageBody.parse(text), Optional.empty());
    }

    /** How a body mentions {@code person}. */
    public static String at(Person person) {
        return "<@" + person.id().value() + ">";
    }
}
