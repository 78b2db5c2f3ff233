package io.larkdesk.testkit.law;

import io.larkdesk.core.conversation.NoteTicket;
import io.larkdesk.core.conversation.RedrawLists;
import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.AdvanceEmergencies;
import io.larkdesk.core.escalation.ChoosePaged;
import io.larkdesk.core.escalation.ChooseReminded;
import io.larkdesk.core.escalation.ClaimPages;
import io.larkdesk.core.escalation.CommandEmergency;
import io.larkdesk.core.escalation.ComposePage;
import io.larkdesk.core.escalation.ConfirmEmergency;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.DescribeEmergency;
import io.larkdesk.core.escalation.EmergencyPhone;
import io.larkdesk.core.escalation.EndEmergency;
import io.larkdesk.core.escalation.ExpirePages;
import io.larkdesk.core.escalation.FindEscalated;
import io.larkdesk.core.escalation.FollowReminders;
import io.larkdesk.core.escalation.ForeseePages;
import io.larkdesk.core.escalation.HandOverEmergency;
import io.larkdesk.core.escalation.ListEmergencies;
import io.larkdesk.core.escalation.ListTakers;
import io.larkdesk.core.escalation.NoteEscalation;
import io.larkdesk.core.escalation.PageNextLevel;
import io.larkdesk.core.escalation.PagingPolicy;
import io.larkdesk.core.escalation.ReviewReminders;
import io.larkdesk.core.escalation.SayWeAreBack;
import io.larkdesk.core.escalation.SendReminder;
import io.larkdesk.core.escalation.SettlePage;
import io.larkdesk.core.escalation.ShowBoard;
import io.larkdesk.core.escalation.ShowEmergency;
import io.larkdesk.core.escalation.ShowReminding;
import io.larkdesk.core.escalation.SurveyEmergencies;
import io.larkdesk.core.escalation.TellByPage;
import io.larkdesk.core.escalation.TellTam;
import io.larkdesk.core.escalation.WatchEmergencies;
import io.larkdesk.core.escalation.WatchStarter;
import io.larkdesk.core.group.SeatMembers;
import io.larkdesk.core.reminder.RemindMentioned;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.RaiseToCritical;
import io.larkdesk.core.ticket.RecordChange;
import io.larkdesk.core.ticket.Standing;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Stores;
import java.util.Optional;

/** The core's use cases about escalations, wired by hand over any stores. */
final class EscalationDesk {

    static final EmergencyPhone PHONE = new EmergencyPhone(Optional.of("+65 3159 0100"));

    final Plans plans = new Plans();
    final SendReminder sendReminder;
    final ShowReminding showReminding;
    final FollowReminders followReminders;
    final ForeseePages foreseePages;
    final DeclareEmergency declare;
    final AcknowledgeEmergency acknowledge;
    final ConfirmEmergency confirm;
    final HandOverEmergency handOver;
    final EndEmergency end;
    final SayWeAreBack sayWeAreBack;
    final ShowEmergency showEmergency;
    final ListEmergencies listEmergencies;
    final SurveyEmergencies survey;
    final ShowBoard showBoard;
    final AdvanceEmergencies advance;
    final ExpirePages expirePages;
    final ClaimPages claimPages;
    final SettlePage settlePage;
    final WatchEmergencies watch;

    EscalationDesk(Stores stores, Setting setting, PagingPolicy paging, Randomness randomness) {
        RecordingFeed feed = new RecordingFeed();
        KeepTimeline keepTimeline = new KeepTimeline(stores.transactions(), stores.timelines());
        NoteTicket noteTicket = new NoteTicket(
                stores.transactions(),
                stores.members(),
                stores.messages(),
                new RemindMentioned(stores.mentions(), stores.permits(), setting.reminders()),
                feed);
        SeatMembers seatMembers = new SeatMembers(stores.transactions(), stores.members());
        OnDuty onDuty = new OnDuty(stores.tenants(), stores.people(), stores.roster());
        NoteEscalation note = new NoteEscalation(stores.tickets(), keepTimeline, noteTicket);
        Standing standing = new Standing(stores.members(), stores.people());
        FindEscalated find = new FindEscalated(stores.tickets(), standing, stores.tenants());
        ChooseReminded choose = new ChooseReminded(stores.people(), onDuty);
        TellTam tellTam = new TellTam(choose, seatMembers, note);
        ReviewReminders review = new ReviewReminders(stores.reminders(), stores.messages(), stores.timelines());
        showReminding = new ShowReminding(stores.transactions(), find, review, stores.emergencies(), choose);
        sendReminder = new SendReminder(
                stores.transactions(),
                find,
                review,
                stores.reminders(),
                showReminding,
                tellTam,
                plans,
                seatMembers,
                note);
        followReminders = new FollowReminders(
                stores.transactions(),
                stores.reminders(),
                review,
                stores.mentions(),
                stores.readCursors(),
                stores.tenants(),
                plans,
                keepTimeline,
                tellTam);
        ChoosePaged choosePaged = new ChoosePaged(stores.people(), onDuty);
        PageNextLevel pageNextLevel =
                new PageNextLevel(choosePaged, stores.emergencies(), stores.pages(), note, PHONE, randomness);
        foreseePages = new ForeseePages(stores.transactions(), find, plans, choosePaged, stores.people());
        TellByPage tell = new TellByPage(stores.pages(), randomness);
        declare = new DeclareEmergency(
                stores.transactions(),
                find,
                new RaiseToCritical(
                        stores.transactions(),
                        stores.tickets(),
                        new RecordChange(
                                stores.tickets(),
                                stores.groups(),
                                seatMembers,
                                keepTimeline,
                                noteTicket,
                                new RedrawLists(stores.transactions(), stores.members(), feed))),
                plans,
                stores.emergencies(),
                pageNextLevel,
                note,
                new WatchStarter(stores.emergencies(), stores.people(), onDuty, tell),
                randomness);
        CommandEmergency command = new CommandEmergency(
                stores.transactions(), stores.people(), stores.emergencies(), stores.pages(), Records.audit(stores));
        acknowledge = new AcknowledgeEmergency(command, seatMembers, note, tell);
        confirm = new ConfirmEmergency(command, note);
        handOver = new HandOverEmergency(command, seatMembers, note, tell);
        end = new EndEmergency(command, note, tell);
        sayWeAreBack = new SayWeAreBack(stores.transactions(), stores.members(), stores.emergencies(), note);
        showEmergency = new ShowEmergency(
                stores.transactions(), stores.members(), stores.people(), stores.emergencies(), stores.pages(), PHONE);
        listEmergencies = new ListEmergencies(stores.transactions(), stores.people(), stores.emergencies());
        survey = new SurveyEmergencies(stores.transactions(), stores.emergencies(), stores.pages());
        showBoard = new ShowBoard(
                stores.transactions(),
                stores.people(),
                stores.emergencies(),
                new DescribeEmergency(
                        showEmergency,
                        stores.tickets(),
                        stores.timelines(),
                        stores.tenants(),
                        stores.people(),
                        standing),
                survey,
                new ListTakers(stores.people(), onDuty));
        expirePages = new ExpirePages(stores.transactions(), stores.emergencies(), stores.pages(), note);
        advance = new AdvanceEmergencies(stores.transactions(), stores.emergencies(), pageNextLevel, note, paging);
        claimPages = new ClaimPages(
                stores.transactions(),
                stores.tenants(),
                stores.people(),
                stores.emergencies(),
                stores.pages(),
                new ComposePage(stores.tickets(), stores.tenants(), stores.people(), stores.quietTimes()),
                paging);
        settlePage = new SettlePage(stores.transactions(), stores.emergencies(), stores.pages(), note, paging);
        watch = new WatchEmergencies(stores.transactions(), stores.emergencies(), stores.pages(), note, paging);
    }
}
