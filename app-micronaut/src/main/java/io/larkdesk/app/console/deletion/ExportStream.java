package io.larkdesk.app.console.deletion;

import io.larkdesk.app.console.audit.AuditLine;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.deletion.ReadExport;
import io.larkdesk.core.deletion.ReadExportFiles;
import io.larkdesk.core.deletion.TakeExport;
import io.larkdesk.core.deletion.TakeExport.Taking;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.LogSpot;
import io.larkdesk.core.reminder.LoggedMention;
import io.larkdesk.core.ticket.TimelineEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An export as a ZIP archive, of which no more is read from the store than somebody has read of this. Of one thread. */
final class ExportStream extends InputStream {

    private final ReadExport readExport;
    private final ReadExportFiles readFiles;
    private final Taking taking;
    private final ExportZip zip;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Set<PersonId> team = new HashSet<>();
    private byte[] taken = {};
    private int offset;

    /** Writes something, and may say at {@link #steps} what comes next. */
    private interface Step {
        void take() throws IOException;
    }

    /** Does something with a group. */
    private interface GroupStep {
        void take(GroupId group) throws IOException;
    }

    ExportStream(ReadExport readExport, ReadExportFiles readFiles, TakeExport takeExport, Taking taking) {
        this.readExport = readExport;
        this.readFiles = readFiles;
        this.taking = taking;
        this.zip = new ExportZip(taking.at());
        lines("people.jsonl", () -> people(Optional.empty()));
        lines("groups.jsonl", () -> groups(Optional.empty()));
        lines("members.jsonl", () -> eachGroup(Optional.empty(), group -> members(group, Optional.empty())));
        lines("messages.jsonl", () -> eachGroup(Optional.empty(), group -> messages(group, 0)));
        lines("tickets.jsonl", () -> eachGroup(Optional.empty(), this::ticket));
        lines("timelines.jsonl", () -> eachGroup(Optional.empty(), group -> timeline(group, 0)));
        lines("service-team.jsonl", this::team);
        lines("reminders.jsonl", () -> reminders(Optional.empty()));
        lines("audit.jsonl", () -> audit(0));
        lines("files.jsonl", () -> fileLines(Optional.empty()));
        steps.add(() -> files(Optional.empty()));
        steps.add(this::manifest);
        // Only when all before it has been read
        steps.add(() -> takeExport.end(taking));
    }

    private void lines(String name, Step first) {
        steps.add(() -> zip.open(name));
        steps.add(first);
        steps.add(zip::close);
    }

    private void people(Optional<PersonId> after) throws IOException {
        List<Person> page = readExport.listPeople(taking, after);
        for (Person person : page) {
            zip.line(ExportLines.PersonLine.of(person));
        }
        last(page).ifPresent(person -> steps.addFirst(() -> people(Optional.of(person.id()))));
    }

    private void groups(Optional<GroupId> after) throws IOException {
        List<Group> page = readExport.listGroups(taking, after);
        for (Group group : page) {
            zip.line(ExportLines.GroupLine.of(group));
        }
        last(page).ifPresent(group -> steps.addFirst(() -> groups(Optional.of(group.id()))));
    }

    private void eachGroup(Optional<GroupId> after, GroupStep step) {
        List<GroupId> page =
                readExport.listGroups(taking, after).stream().map(Group::id).toList();
        last(page).ifPresent(group -> steps.addFirst(() -> eachGroup(Optional.of(group), step)));
        reversed(page).forEach(group -> steps.addFirst(() -> step.take(group)));
    }

    private void members(GroupId group, Optional<PersonId> after) throws IOException {
        List<Member> page = readExport.listMembers(taking, group, after);
        for (Member member : page) {
            zip.line(ExportLines.MemberLine.of(member));
            note(Optional.of(member.person()));
        }
        last(page).ifPresent(member -> steps.addFirst(() -> members(group, Optional.of(member.person()))));
    }

    private void team() throws IOException {
        for (Person person : readExport.listTeam(taking, team)) {
            zip.line(ExportLines.TeamLine.of(person));
        }
    }

    private void messages(GroupId group, long after) throws IOException {
        List<Message> page = readExport.listMessages(taking, group, after);
        for (Message message : page) {
            zip.line(ExportLines.MessageLine.of(message));
        }
        last(page)
                .ifPresent(message ->
                        steps.addFirst(() -> messages(group, message.id().seq())));
    }

    private void ticket(GroupId group) throws IOException {
        Optional<ExportLines.TicketLine> line =
                readExport.findTicket(taking, group).map(ExportLines.TicketLine::of);
        if (line.isPresent()) {
            zip.line(line.get());
        }
    }

    private void timeline(GroupId group, long after) throws IOException {
        List<TimelineEntry> page = readExport.listTimeline(taking, group, after);
        for (TimelineEntry entry : page) {
            zip.line(ExportLines.TimelineRow.of(entry));
            note(entry.by());
            note(entry.about());
        }
        last(page).ifPresent(entry -> steps.addFirst(() -> timeline(group, entry.place())));
    }

    private void reminders(Optional<LogSpot> before) throws IOException {
        List<LoggedMention> page = readExport.listReminders(taking, before);
        for (LoggedMention mention : page) {
            zip.line(ExportLines.ReminderLine.of(mention));
        }
        last(page).ifPresent(mention -> steps.addFirst(() -> reminders(Optional.of(mention.spot()))));
    }

    private void audit(long after) throws IOException {
        List<AuditEntry> page = readExport.listAudit(taking, after);
        for (AuditEntry entry : page) {
            zip.line(AuditLine.write(entry));
        }
        last(page).ifPresent(entry -> steps.addFirst(() -> audit(entry.place())));
    }

    private void fileLines(Optional<AttachmentId> after) throws IOException {
        List<Attachment> page = readFiles.list(taking, after);
        for (Attachment file : page) {
            zip.line(ExportLines.FileLine.of(file));
        }
        last(page).ifPresent(file -> steps.addFirst(() -> fileLines(Optional.of(file.id()))));
    }

    private void files(Optional<AttachmentId> after) {
        List<Attachment> page = readFiles.list(taking, after);
        last(page).ifPresent(file -> steps.addFirst(() -> files(Optional.of(file.id()))));
        reversed(page).forEach(file -> steps.addFirst(() -> file(file)));
    }

    /** One that was taken away meanwhile is not in the archive. */
    private void file(Attachment file) throws IOException {
        Optional<Integer> pieces = readFiles.count(taking, file.id());
        if (pieces.isPresent()) {
            zip.open(ExportLines.FileLine.path(file));
            steps.addFirst(zip::closeFile);
            for (int place = pieces.get() - 1; place >= 0; place--) {
                int number = place;
                steps.addFirst(() -> zip.write(readFiles.piece(taking, file.id(), number)));
            }
        }
    }

    private void manifest() throws IOException {
        ExportManifest manifest = ExportManifest.of(taking, zip.entries());
        zip.open("manifest.json");
        zip.line(manifest);
        zip.close();
        zip.finish();
    }

    private void note(Optional<PersonId> person) {
        person.filter(who -> !who.tenant().equals(taking.tenant().id())).ifPresent(team::add);
    }

    /** What is to come first is put in front last. */
    private static <T> List<T> reversed(List<T> page) {
        List<T> reversed = new ArrayList<>(page);
        Collections.reverse(reversed);
        return reversed;
    }

    private static <T> Optional<T> last(List<T> page) {
        return page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        while (offset == taken.length) {
            if (steps.isEmpty()) {
                return -1;
            }
            next();
        }
        int count = Math.min(length, taken.length - offset);
        System.arraycopy(taken, offset, into, from, count);
        offset += count;
        return count;
    }

    /** What cannot be read on breaks off, and does not end as if it were whole. */
    private void next() throws IOException {
        try {
            steps.remove().take();
        } catch (RuntimeException e) {
            throw new IOException("the export cannot be read on", e);
        }
        taken = zip.take();
        offset = 0;
    }
}
