package io.larkdesk.testkit.law;

import static io.larkdesk.testkit.law.FoundOut.assertFoundOut;
import static io.larkdesk.testkit.law.FoundOut.desk;

import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.reminder.QuietTime;
import io.larkdesk.core.reminder.QuietTimes;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.TimedStores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;

/** Conversations, reminders and budgets of designs that are known to be wrong: laws 1 to 4, 8 and 10 must find them out. */
final class BrokenDesignsTest {

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
