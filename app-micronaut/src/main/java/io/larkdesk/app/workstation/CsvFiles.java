package io.larkdesk.app.workstation;

import io.larkdesk.app.page.TicketFilter;
import io.larkdesk.app.scope.ScopedStream;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.escalation.ShowWorkstation.Workstation;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.TicketQuery.Place;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Optional;

/** Writes tickets into a file, page by page as it is read, so that many need no more memory than few. */
@Singleton
final class CsvFiles {

    private static final int PAGE = 500;

    private final Workstations workstations;

    CsvFiles(Workstations workstations) {
        this.workstations = workstations;
    }

    /** All the tickets, in UTF-8; empty if there is no such service group for the visitor. The caller closes it. */
    Optional<InputStream> open(Visitor visitor, GroupId group, TicketFilter filter) {
        return workstations
                .open(visitor, group, filter)
                .map(open -> new ScopedStream(new SequenceInputStream(new Parts(
                        open, new TicketCsv(visitor.viewer(), visitor.person().id())))));
    }

    /** The head, and then a page after the other. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else
    private static final class Parts implements Enumeration<InputStream> {

        private final OpenWorkstation workstation;
        private final TicketCsv csv;
        private boolean begun;
        private Optional<Place> next = Optional.empty();

        Parts(OpenWorkstation workstation, TicketCsv csv) {
            this.workstation = workstation;
            this.csv = csv;
        }

        @Override
        public boolean hasMoreElements() {
            return !begun || next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            Workstation page = workstation
                    .list(next, PAGE)
                    .orElseThrow(() -> new IllegalStateException("the reader has left the group meanwhile"));
            String text = (begun ? "" : csv.head()) + csv.rows(page);
            begun = true;
            next = page.listed().next();
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
