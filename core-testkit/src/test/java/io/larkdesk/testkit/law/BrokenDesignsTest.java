package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.Upload;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.invite.AcceptInvite;
import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.Invites;
import io.larkdesk.core.invite.Refusal;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.reminder.QuietTime;
import io.larkdesk.core.reminder.QuietTimes;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Timelines;
import io.larkdesk.core.ticket.Workload;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.TimedStores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;

/** Designs that are known to be wrong: a law that does not find them out proves nothing. */
final class BrokenDesignsTest {

    private static final int HISTORIES = 10_000;

    private static void assertFoundOut(Arbitrary<History> histories, Consumer<History> law) {
        Stream<History> tried = histories.sampleStream().limit(HISTORIES);
        assertThat(tried.anyMatch(history -> breaks(law, history)))
                .as("a history that breaks the law")
                .isTrue();
    }

    private static boolean breaks(Consumer<History> law, History history) {
        try {
            law.accept(history);
            return false;
        } catch (AssertionError broken) {
            return true;
        }
    }

    private static Stores desk(Clock clock, UnaryOperator<BrokenStores> breaking) {
        return breaking.apply(new BrokenStores(new InMemoryDesk(clock))).stores();
    }

    /** Law 1: the clock of whichever node looks is not one clock. */
    @Example
    void permitsComparedWithTheNodesOwnClocksAreFoundOut() {
        FatigueLaw law = new FatigueLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return new InMemoryDesk(clock);
            }

            @Override
            protected Stores storesOfNode(Stores shared, Clock node) {
                return TimedStores.of(shared, node);
            }
        };

        assertFoundOut(law.busyNodes(), law::twoRemindersToOnePersonArriveAWindowApart);
    }

    /** Law 1: what was claimed at once may arrive at the end of its attempt. */
    @Example
    void windowCountedFromTheClaimIsFoundOut() {
        FatigueLaw law = fatigue(stores -> stores.with(Permits.class, "save", (permits, arguments, save) -> {
            if (arguments[0] instanceof Permit.Free free && permits.lock(free.person()) instanceof Permit.Held held) {
                arguments[0] = new Permit.Free(free.person(), held.takenAt().plus(ReminderPolicy.DEFAULT.window()));
            }
            return save.answer(arguments);
        }));

        assertFoundOut(law.busyNodes(), law::twoRemindersToOnePersonArriveAWindowApart);
    }

    /** Law 1: whoever forgets the attempt that is under way lets the next one begin. */
    @Example
    void permitThatIsNotHeldIsFoundOut() {
        FatigueLaw law = fatigue(stores -> stores.with(Permits.class, "save", (permits, arguments, save) -> {
            if (arguments[0] instanceof Permit.Held held) {
                arguments[0] = Permit.unused(held.person());
            }
            return save.answer(arguments);
        }));

        assertFoundOut(law.busyNodes(), law::twoRemindersToOnePersonArriveAWindowApart);
    }

    /** Files: whoever looks first and counts afterwards lets several through. */
    @Example
    void uploadsThatAreCountedOnlyWhenTheyAreWholeAreFoundOut() {
        AttachmentLaw law = attachments(stores -> stores.with(Attachments.class, "begin", (files, arguments, begin) -> {
            Upload upload = (Upload) arguments[0];
            return begin.answer(
                    new Upload(upload.id(), upload.uploader(), upload.name(), 1, upload.chunk(), upload.begunAt()),
                    arguments[1]);
        }));

        assertFoundOut(law.busyUploaders(), law::filesAreCountedSentOnceAndNeverLeftBehind);
    }

    /** Files: what a dead node leaves is nobody's. */
    @Example
    void uploadsOfDeadNodesThatNobodyTidiesAreFoundOut() {
        AttachmentLaw law = attachments(
                stores -> stores.with(Attachments.class, "discardOver", (files, arguments, discard) -> List.of()));

        assertFoundOut(law.busyUploaders(), law::filesAreCountedSentOnceAndNeverLeftBehind);
    }

    /** Files: who sends a file does not take it away from anybody else's message. */
    @Example
    void filesThatAreNotBoundAreFoundOut() {
        AttachmentLaw law =
                attachments(stores -> stores.with(Attachments.class, "bind", (files, arguments, bind) -> arguments));

        assertFoundOut(law.busyUploaders(), law::filesAreCountedSentOnceAndNeverLeftBehind);
    }

    /** Files: of a message that is taken back, the bytes stay. */
    @Example
    void filesThatOutliveTheirMessageAreFoundOut() {
        AttachmentLaw law = attachments(
                stores -> stores.with(Attachments.class, "discard", (files, arguments, discard) -> arguments));

        assertFoundOut(law.busyUploaders(), law::filesAreCountedSentOnceAndNeverLeftBehind);
    }

    /** Files: an id is no permission. */
    @Example
    void filesThatAnybodySendsWhoKnowsTheirIdAreFoundOut() {
        AttachmentLaw law =
                attachments(stores -> stores.with(Attachments.class, "lockUnbound", (files, arguments, lock) -> {
                    List<Attachment> found = new ArrayList<>();
                    for (Object id : (Collection<?>) arguments[1]) {
                        files.find((AttachmentId) id)
                                .filter(kept -> !kept.bound())
                                .ifPresent(kept -> found.add(kept.attachment()));
                    }
                    return found;
                }));

        assertFoundOut(law.busyUploaders(), law::filesAreCountedSentOnceAndNeverLeftBehind);
    }

    private static AttachmentLaw attachments(UnaryOperator<BrokenStores> breaking) {
        return new AttachmentLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(clock, breaking);
            }
        };
    }

    private static FatigueLaw fatigue(UnaryOperator<BrokenStores> breaking) {
        return new FatigueLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(clock, breaking);
            }
        };
    }

    /** Law 2: what was deferred belongs to nobody. */
    @Example
    void mentionsThatStayUnderADeferredReminderAreFoundOut() {
        NoMentionIsLostLaw law = new NoMentionIsLostLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(
                        clock,
                        stores -> stores.with(Mentions.class, "uncover", (mentions, arguments, uncover) -> arguments));
            }
        };

        assertFoundOut(law.livelyGroups(), law::eachMentionEndsInOneDecisionTheRightOne);
    }

    /** Quiet time: a store that forgets what people wished. */
    @Example
    void wishesThatNobodyKeepsAreFoundOut() {
        QuietTimeLaw law = new QuietTimeLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(
                        clock,
                        stores -> stores.with(
                                QuietTimes.class,
                                "get",
                                (quietTimes, arguments, get) -> QuietTime.none((PersonId) arguments[0])));
            }
        };

        assertFoundOut(law.wishes(), law::noReminderSetsOutInTheQuietTimeOfItsRecipient);
    }

    /** Law 3: a store that does not know who has read what. */
    @Example
    void mentionsThatNobodyEverReadsAreFoundOut() {
        ReadInTimeLaw law = new ReadInTimeLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(
                        clock,
                        stores -> stores.with(
                                Mentions.class,
                                "listPending",
                                (mentions, arguments, list) ->
                                        mentions.listPending((PersonId) arguments[0], (int) arguments[1]).stream()
                                                .map(BrokenDesignsTest::unread)
                                                .toList()));
            }
        };

        assertFoundOut(law.readers(), law::whatIsReadBeforeTheClaimCostsNoCallAndIsCountedAsSaved);
        assertFoundOut(law.posts(), law::whereEverybodyReadsInTimeLarkIsNeverCalled);
    }

    private static MentionFacts unread(MentionFacts facts) {
        return new MentionFacts(
                facts.message(),
                facts.person(),
                facts.mentionedAt(),
                facts.member(),
                facts.standing(),
                false,
                facts.lookingUntil());
    }

    /** Law 4: a ledger that gives whatever is asked for. */
    @Example
    void ledgerWithoutALimitIsFoundOut() {
        BudgetLaw law = new BudgetLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(
                        clock,
                        stores -> stores.with(CallBudgets.class, "take", (budgets, arguments, take) -> {
                            arguments[3] = Integer.MAX_VALUE;
                            return take.answer(arguments);
                        }));
            }
        };

        assertFoundOut(law.months(), history -> law.noMonthPassesItsAllowance(history, 4, 1));
    }

    /** Law 5: at its end a link is expired. */
    @Example
    void linksThatWorkAtTheirLastInstantTooAreFoundOut() {
        InviteLaw law = invites(BrokenInvites.found(invite -> new Invite(
                invite.id(),
                invite.key(),
                invite.issuer(),
                invite.issuedAt(),
                invite.expiresAt().plusMillis(1),
                invite.mostUses(),
                invite.revocation())));

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: what was withdrawn does not work. */
    @Example
    void linksThatCannotBeWithdrawnAreFoundOut() {
        InviteLaw law = invites(BrokenInvites.found(invite -> new Invite(
                invite.id(),
                invite.key(),
                invite.issuer(),
                invite.issuedAt(),
                invite.expiresAt(),
                invite.mostUses(),
                Optional.empty())));

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: a code must be right to the last bit. */
    @Example
    void linksForWhichAnyCodeIsGoodAreFoundOut() {
        InviteLaw law = invites(BrokenInvites::foundByAnyCode);

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: whoever reads the database must not find a way in. */
    @Example
    void storedHashesThatAreAsGoodAsCodesAreFoundOut() {
        InviteLaw law = behind(world -> (code, person) -> world.model().links().stream()
                .filter(link -> link.id().group().tenant().equals(person.tenant())
                        && link.code().key().hex().startsWith(code.reveal()))
                .findFirst()
                .map(link -> world.desk().acceptInvite.execute(link.code(), person))
                .orElseGet(() -> world.desk().acceptInvite.execute(code, person)));

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: two links must not have one code. */
    @Example
    void codesThatComeAgainAreFoundOut() {
        InviteLaw law = new InviteLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return new InMemoryDesk(clock);
            }

            @Override
            Randomness randomness() {
                return new Randomness() {
                    private final Randomness ids = new SeededRandomness(1);

                    @Override
                    public UUID uuid() {
                        return ids.uuid();
                    }

                    @Override
                    public byte[] bytes(int length) {
                        return new byte[length];
                    }
                };
            }
        };

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: a link is for the organisation that it belongs to. */
    @Example
    void doorsThatAreOpenToOtherOrganisationsAreFoundOut() {
        InviteLaw law = behind(world -> (code, person) -> {
            AcceptInvite.Result result = world.desk().acceptInvite.execute(code, person);
            return result instanceof AcceptInvite.Refused refused
                            && refused.refusal() instanceof Refusal.OtherOrganisation
                    ? new AcceptInvite.Joined(world.cast().group(Where.ACME))
                    : result;
        });

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: as many join as may, and nobody counts twice. */
    @Example
    void usesThatAreNotCountedAreFoundOut() {
        InviteLaw law = invites(stores -> stores.with(Invites.class, "addUse", (invites, arguments, add) -> arguments));

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    /** Law 5: who was removed does not come back by the link in hand. */
    @Example
    void removalsThatAreForgottenAreFoundOut() {
        InviteLaw law = invites(stores -> stores.with(Members.class, "move", (members, arguments, move) -> {
            Member member = (Member) arguments[0];
            arguments[0] = new Member(
                    member.group(),
                    member.person(),
                    member.joinedAt(),
                    member.invitedBy(),
                    member.leftAt(),
                    Optional.empty());
            return move.answer(arguments);
        }));

        assertFoundOut(law.comingsAndGoings(), law::onlyThoseJoinWhoMay);
    }

    private static InviteLaw invites(UnaryOperator<BrokenStores> breaking) {
        return new InviteLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(clock, breaking);
            }
        };
    }

    private static InviteLaw behind(Function<World, Door> door) {
        return new InviteLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return new InMemoryDesk(clock);
            }

            @Override
            Door door(World world) {
                return door.apply(world);
            }
        };
    }

    /** Law 6: whoever was in a group once stays in it. */
    @Example
    void membersWhoCannotLeaveAreFoundOut() {
        IsolationLaw law = new IsolationLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(
                        clock,
                        stores -> stores.with(Members.class, "find", (members, arguments, find) -> members.find(
                                        (GroupId) arguments[0], (PersonId) arguments[1])
                                .map(member -> new Member(
                                        member.group(), member.person(), member.joinedAt(), Optional.empty()))));
            }
        };

        assertFoundOut(law.groupsAndIntruders(), law::whoeverIsNotInAGroupSeesAndChangesNothingOfIt);
    }

    /** Law 6: whoever once served a customer serves that customer for ever. */
    @Example
    void ticketsThatEverybodyOfTheProviderSeesAreFoundOut() {
        IsolationLaw law = new IsolationLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(
                        clock,
                        stores -> stores.with(Members.class, "find", (members, arguments, find) -> members.find(
                                        (GroupId) arguments[0], (PersonId) arguments[1])
                                .or(() -> members.list((GroupId) arguments[0]).stream()
                                        .findFirst())));
            }
        };
        assertFoundOut(law.groupsAndIntruders(), law::whoeverIsNotInAGroupSeesAndChangesNothingOfIt);
    }

    /** The life of tickets: a version that does not grow lets two people do the same. */
    @Example
    void versionsThatStandStillAreFoundOut() {
        TicketLaw law = tickets(stores ->
                stores.with(Tickets.class, "lock", (tickets, arguments, lock) -> tickets.lock((GroupId) arguments[0])
                        .map(BrokenDesignsTest::neverChanged)));
        assertFoundOut(law.lives(), law::ticketsGoTheirWay);
    }

    private static Ticket neverChanged(Ticket ticket) {
        return new Ticket(
                ticket.id(),
                ticket.openedFrom(),
                ticket.number(),
                ticket.title(),
                ticket.description(),
                ticket.product(),
                ticket.severity(),
                ticket.state(),
                ticket.opener(),
                ticket.clientId(),
                ticket.engineer(),
                1,
                ticket.times(),
                ticket.resolution(),
                ticket.rating());
    }

    /** The life of tickets: after exactly the time of silence a ticket is silent for long enough. */
    @Example
    void ticketsThatCloseALittleLateAreFoundOut() {
        TicketLaw law = tickets(stores -> stores.with(Tickets.class, "listSilent", (tickets, arguments, list) -> {
            arguments[0] = ((Instant) arguments[0]).minusMillis(1);
            return list.answer(arguments);
        }));
        assertFoundOut(law.lives(), law::ticketsGoTheirWay);
    }

    /** The life of tickets: an entry that another has replaced does not hold the rest together. */
    @Example
    void timelinesThatForgetWhoDidItAreFoundOut() {
        TicketLaw law = tickets(stores -> stores.with(Timelines.class, "append", (timelines, arguments, append) -> {
            TimelineEntry entry = (TimelineEntry) arguments[0];
            arguments[0] = new TimelineEntry(
                    entry.ticket(),
                    entry.place(),
                    entry.at(),
                    entry.kind(),
                    Optional.empty(),
                    entry.about(),
                    entry.words(),
                    entry.hash());
            return append.answer(arguments);
        }));
        assertFoundOut(law.lives(), law::ticketsGoTheirWay);
    }

    private static TicketLaw tickets(UnaryOperator<BrokenStores> breaking) {
        return new TicketLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(clock, breaking);
            }
        };
    }

    /** Law 9: who has more to do than another does not get the next one. */
    @Example
    void workThatIsNotCountedIsFoundOut() {
        AssignmentLaw law = assignment(workload -> new Workload(workload.engineer(), 0, workload.assignedAt()));
        assertFoundOut(law.busyDays(), law::eachTicketGoesToWhomItMust);
    }

    /** Law 9: of several, it is not always the same one. */
    @Example
    void engineersWhoAlwaysComeFirstAreFoundOut() {
        AssignmentLaw law =
                assignment(workload -> new Workload(workload.engineer(), workload.open(), Optional.empty()));
        assertFoundOut(law.busyDays(), law::eachTicketGoesToWhomItMust);
    }

    /** Law 9: at the end of a shift nobody is on duty by it. */
    @Example
    void shiftsThatNeverEndAreFoundOut() {
        AssignmentLaw law =
                assigning(
                        stores -> stores.with(Roster.class, "listAt", (roster, arguments, list) -> roster
                                .listDuring(
                                        (TenantId) arguments[0], Instant.EPOCH, ((Instant) arguments[2]).plusMillis(1))
                                .stream()
                                .map(shift -> endless(shift, (Instant) arguments[2]))
                                .toList()));
        assertFoundOut(law.busyDays(), law::eachTicketGoesToWhomItMust);
    }

    private static Shift endless(Shift shift, Instant now) {
        return new Shift(shift.person(), shift.role(), now, now.plusSeconds(60));
    }

    private static AssignmentLaw assignment(UnaryOperator<Workload> wrong) {
        return assigning(stores -> stores.with(Tickets.class, "lockWorkloads", (tickets, arguments, lock) -> ((List<?>)
                        lock.answer(arguments))
                .stream().map(workload -> wrong.apply((Workload) workload)).toList()));
    }

    private static AssignmentLaw assigning(UnaryOperator<BrokenStores> breaking) {
        return new AssignmentLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(clock, breaking);
            }
        };
    }

    /** Law 10: a ticket that is opened again is the same one. */
    @Example
    void clientIdsOfTicketsThatAreForgottenAreFoundOut() {
        TicketLaw law = tickets(
                stores -> stores.with(Tickets.class, "findByClientId", (tickets, arguments, find) -> Optional.empty()));
        assertFoundOut(law.lives(), law::ticketsGoTheirWay);
    }

    /** Law 8: of more changes than fit on a page, the last ones instead of the first ones. */
    @Example
    void changesThatDoNotFitOnAPageAreFoundOut() {
        OrderLaw law = order(stores -> stores.with(Messages.class, "listChanged", (messages, arguments, list) -> {
            List<Message> all = new ArrayList<>(
                    messages.listChanged((GroupId) arguments[0], (Position) arguments[1], Integer.MAX_VALUE));
            return all.subList(Math.max(0, all.size() - (int) arguments[2]), all.size());
        }));

        assertFoundOut(law.pagefuls(), law::noMoreThanAPageIsGivenAtOnceAndNothingIsLostBetweenPages);
    }

    /** Law 8: whoever believes to have seen a change that is still to come never sees it. */
    @Example
    void endThatIsAheadOfTheChangesIsFoundOut() {
        OrderLaw law = order(stores -> stores.with(Messages.class, "end", (messages, arguments, end) -> {
            Position now = messages.end((GroupId) arguments[0]);
            return new Position(now.seq(), now.revision() + 1);
        }));

        assertFoundOut(law.readersAndWriters(), law::whoeverReconnectsGetsWhatIsNewOnceAndInOrder);
    }

    private static OrderLaw order(UnaryOperator<BrokenStores> breaking) {
        return new OrderLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(clock, breaking);
            }
        };
    }

    /** Law 10: a store that does not recognise a client id. */
    @Example
    void clientIdsThatAreForgottenAreFoundOut() {
        NothingTwiceLaw law = new NothingTwiceLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(
                        clock,
                        stores -> stores.with(
                                Messages.class, "findByClientId", (messages, arguments, find) -> Optional.empty()));
            }
        };

        assertFoundOut(law.stubbornTries(), law::whatIsTriedAgainHasOneEffect);
    }
}
