package io.larkdesk.testkit.law;

import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.attachment.DiscardUpload;
import io.larkdesk.core.attachment.FileBytes;
import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.core.attachment.OpenAttachment;
import io.larkdesk.core.attachment.RelocateFiles;
import io.larkdesk.core.attachment.TidyAttachments;
import io.larkdesk.core.attachment.UploadAttachment;
import io.larkdesk.core.budget.MeterCalls;
import io.larkdesk.core.budgeting.Overseers;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.ListReaders;
import io.larkdesk.core.conversation.MarkRead;
import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.conversation.MentionedMembers;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.conversation.NoteTicket;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.ReadConversation;
import io.larkdesk.core.conversation.RedrawLists;
import io.larkdesk.core.escalation.EmergencyAlarms;
import io.larkdesk.core.group.AdmitMember;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.JoinServiceGroup;
import io.larkdesk.core.group.LeaveGroup;
import io.larkdesk.core.group.MoveMember;
import io.larkdesk.core.group.RemoveMember;
import io.larkdesk.core.group.SeatMembers;
import io.larkdesk.core.group.ShowMembers;
import io.larkdesk.core.invite.AcceptInvite;
import io.larkdesk.core.invite.Doorkeeper;
import io.larkdesk.core.invite.IssueInvite;
import io.larkdesk.core.invite.ListInvites;
import io.larkdesk.core.invite.RevokeInvite;
import io.larkdesk.core.invite.ShowInvite;
import io.larkdesk.core.onboarding.Stewards;
import io.larkdesk.core.reminder.AssessTenant;
import io.larkdesk.core.reminder.ChooseQuietTime;
import io.larkdesk.core.reminder.ClaimReminders;
import io.larkdesk.core.reminder.ComposeReminder;
import io.larkdesk.core.reminder.DescribeNotice;
import io.larkdesk.core.reminder.ExplainFate;
import io.larkdesk.core.reminder.ExplainMention;
import io.larkdesk.core.reminder.RemindMentioned;
import io.larkdesk.core.reminder.ReminderPolicies;
import io.larkdesk.core.reminder.SettleReminder;
import io.larkdesk.core.reminding.SendAgain;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.ticket.AssignEngineer;
import io.larkdesk.core.ticket.ChangeTicket;
import io.larkdesk.core.ticket.CloseSilentTickets;
import io.larkdesk.core.ticket.CreateTicket;
import io.larkdesk.core.ticket.FindTicket;
import io.larkdesk.core.ticket.HandOnTicket;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.ListProducts;
import io.larkdesk.core.ticket.ListTickets;
import io.larkdesk.core.ticket.OpenTicket;
import io.larkdesk.core.ticket.RecordChange;
import io.larkdesk.core.ticket.ShowTicket;
import io.larkdesk.core.ticket.ShowTimeline;
import io.larkdesk.core.ticket.Standing;
import io.larkdesk.core.ticket.TicketHost;
import io.larkdesk.testkit.PlainNameKeys;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryObjectStore;
import java.util.Optional;

/** The core's use cases, wired by hand over any stores, as one node has them. */
final class Desk {

    final PostMessage postMessage;
    final EditMessage editMessage;
    final UploadAttachment uploadAttachment;
    final OpenAttachment openAttachment;
    final DiscardUpload discardUpload;
    final TidyAttachments tidyAttachments;
    final RelocateFiles relocateFiles;
    final MarkRead markRead;
    final ListReaders listReaders;
    final ReadConversation readConversation;
    final JoinServiceGroup joinServiceGroup;
    final LeaveGroup leaveGroup;
    final RemoveMember removeMember;
    final ShowMembers showMembers;
    final IssueInvite issueInvite;
    final RevokeInvite revokeInvite;
    final ListInvites listInvites;
    final ShowInvite showInvite;
    final AcceptInvite acceptInvite;
    final ExplainMention explainMention;
    final SendAgain sendAgain;
    final ChooseQuietTime chooseQuietTime;
    final ClaimReminders claimReminders;
    final SettleReminder settleReminder;
    final MeterCalls meterCalls;
    final CreateTicket createTicket;
    final ChangeTicket changeTicket;
    final CloseSilentTickets closeSilentTickets;
    final ShowTicket showTicket;
    final FindTicket findTicket;
    final ListTickets listTickets;
    final ListProducts listProducts;
    final ShowTimeline showTimeline;

    Desk(Stores stores, Setting setting, Randomness randomness) {
        this(stores, new InMemoryObjectStore(), setting, randomness);
    }

    Desk(Stores stores, ObjectStore objects, Setting setting, Randomness randomness) {
        FileBytes bytes = new FileBytes(stores.transactions(), stores.attachments(), objects);
        RecordingFeed feed = new RecordingFeed();
        RemindMentioned remind = new RemindMentioned(stores.mentions(), stores.permits(), setting.reminders());
        MentionedMembers mentioned = new MentionedMembers(stores.members(), remind);
        KeepTimeline keepTimeline = new KeepTimeline(stores.transactions(), stores.timelines());
        AttachFiles attachFiles = new AttachFiles(stores.transactions(), stores.attachments());
        TicketHost host = new TicketHost(stores.tickets(), keepTimeline);
        postMessage = new PostMessage(
                stores.transactions(), stores.members(), stores.messages(), attachFiles, mentioned, host, feed);
        editMessage = new EditMessage(
                stores.transactions(), stores.members(), stores.messages(), attachFiles, mentioned, host, feed);
        uploadAttachment = new UploadAttachment(
                stores.transactions(),
                stores.members(),
                stores.attachments(),
                bytes,
                (type, picture) -> Optional.empty(),
                setting.attachments(),
                randomness);
        openAttachment = new OpenAttachment(stores.transactions(), stores.members(), stores.attachments(), bytes);
        discardUpload = new DiscardUpload(stores.transactions(), stores.members(), stores.attachments(), bytes);
        tidyAttachments =
                new TidyAttachments(stores.transactions(), stores.attachments(), bytes, setting.attachments());
        relocateFiles = new RelocateFiles(stores.transactions(), stores.attachments(), bytes);
        markRead =
                new MarkRead(stores.transactions(), stores.members(), stores.readCursors(), stores.presences(), feed);
        listReaders = new ListReaders(stores.transactions(), stores.members(), stores.readCursors());
        readConversation =
                new ReadConversation(stores.transactions(), stores.members(), stores.messages(), stores.readCursors());
        MoveMember moveMember =
                new MoveMember(stores.members(), new MembershipNotices(stores.transactions(), stores.messages(), feed));
        joinServiceGroup = new JoinServiceGroup(
                stores.transactions(), stores.tenants(), stores.groups(), stores.members(), moveMember);
        leaveGroup = new LeaveGroup(stores.transactions(), stores.members(), moveMember, Records.memberships(stores));
        removeMember =
                new RemoveMember(stores.transactions(), stores.members(), moveMember, Records.memberships(stores));
        showMembers = new ShowMembers(
                stores.transactions(),
                stores.groups(),
                stores.members(),
                stores.people(),
                stores.tenants(),
                new PlainNameKeys());
        issueInvite = new IssueInvite(
                stores.transactions(),
                stores.groups(),
                stores.members(),
                stores.invites(),
                setting.invites(),
                randomness,
                Records.invites(stores));
        revokeInvite =
                new RevokeInvite(stores.transactions(), stores.members(), stores.invites(), Records.invites(stores));
        listInvites = new ListInvites(
                stores.transactions(),
                stores.groups(),
                stores.members(),
                stores.people(),
                stores.tenants(),
                stores.invites(),
                setting.invites());
        Doorkeeper doorkeeper = new Doorkeeper(stores.invites(), stores.groups(), stores.members(), stores.people());
        showInvite = new ShowInvite(
                stores.transactions(),
                stores.invites(),
                doorkeeper,
                stores.groups(),
                stores.members(),
                stores.people(),
                stores.tenants());
        acceptInvite = new AcceptInvite(
                stores.transactions(),
                stores.invites(),
                doorkeeper,
                new AdmitMember(stores.transactions(), moveMember));
        explainMention = new ExplainMention(
                stores.transactions(),
                stores.members(),
                new ExplainFate(stores.mentions(), stores.permits(), stores.quietTimes(), setting.reminders()));
        sendAgain = new SendAgain(
                stores.transactions(),
                new Overseers(
                        stores.people(),
                        stores.tenants(),
                        stores.groups(),
                        stores.members(),
                        new Stewards(stores.people(), stores.tenants(), stores.groups(), stores.members())),
                stores.permits(),
                stores.mentions(),
                Records.audit(stores));
        chooseQuietTime = new ChooseQuietTime(stores.transactions(), stores.quietTimes(), stores.permits());
        AssessTenant assess = new AssessTenant(
                stores.tenants(),
                stores.people(),
                stores.callBudgets(),
                new ReminderPolicies(setting.reminders(), tenant -> Optional.empty()),
                setting.budget());
        claimReminders = new ClaimReminders(
                stores.transactions(),
                stores.permits(),
                stores.mentions(),
                stores.quietTimes(),
                stores.callBudgets(),
                Optional::empty,
                assess,
                new ComposeReminder(
                        stores.messages(),
                        stores.groups(),
                        new NamePeople(stores.transactions(), stores.people(), stores.tenants()),
                        stores.people(),
                        stores.quietTimes(),
                        new DescribeNotice(stores.tickets(), stores.tenants(), stores.people(), stores.messages())),
                randomness);
        settleReminder = new SettleReminder(
                stores.transactions(), stores.permits(), stores.mentions(), stores.callBudgets(), assess);
        meterCalls = new MeterCalls(stores.transactions(), stores.callBudgets(), setting.budget());
        NoteTicket noteTicket =
                new NoteTicket(stores.transactions(), stores.members(), stores.messages(), remind, feed);
        SeatMembers seatMembers = new SeatMembers(stores.transactions(), stores.members());
        OnDuty onDuty = new OnDuty(stores.tenants(), stores.people(), stores.roster());
        Standing standing = new Standing(stores.members(), stores.people());
        AssignEngineer assignEngineer =
                new AssignEngineer(onDuty, stores.tickets(), new FindTam(stores.members(), stores.people()));
        createTicket = new CreateTicket(
                stores.transactions(),
                stores.groups(),
                stores.members(),
                stores.tickets(),
                stores.products(),
                new OpenTicket(
                        assignEngineer, stores.groups(), stores.tickets(), seatMembers, keepTimeline, noteTicket),
                attachFiles,
                postMessage,
                randomness);
        RecordChange recordChange = new RecordChange(
                stores.tickets(),
                stores.groups(),
                seatMembers,
                keepTimeline,
                noteTicket,
                new RedrawLists(stores.transactions(), stores.members(), feed));
        changeTicket = new ChangeTicket(
                stores.transactions(),
                stores.tickets(),
                standing,
                stores.people(),
                new EmergencyAlarms(stores.emergencies()),
                setting.tickets(),
                recordChange,
                new HandOnTicket(assignEngineer, recordChange),
                Records.audit(stores));
        closeSilentTickets =
                new CloseSilentTickets(stores.transactions(), stores.tickets(), setting.tickets(), recordChange);
        showTicket = new ShowTicket(
                stores.transactions(),
                stores.tickets(),
                standing,
                stores.members(),
                stores.people(),
                onDuty,
                setting.tickets());
        findTicket = new FindTicket(stores.transactions(), stores.tickets(), standing);
        listTickets = new ListTickets(
                stores.transactions(),
                stores.members(),
                stores.people(),
                stores.tickets(),
                stores.readCursors(),
                stores.messages());
        listProducts = new ListProducts(
                stores.transactions(), stores.groups(), stores.members(), stores.products(), stores.tickets());
        showTimeline = new ShowTimeline(
                stores.transactions(), stores.tickets(), standing, stores.timelines(), stores.people());
    }
}
