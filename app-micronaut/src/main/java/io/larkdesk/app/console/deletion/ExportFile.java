package io.larkdesk.app.console.deletion;

import io.larkdesk.app.scope.ScopedStream;
import io.larkdesk.core.deletion.ReadExport;
import io.larkdesk.core.deletion.ReadExportFiles;
import io.larkdesk.core.deletion.TakeExport;
import io.larkdesk.core.deletion.TakeExport.Taking;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes exports, a ZIP archive each, which are made as they are read. */
@Singleton
public final class ExportFile {

    private static final Logger LOG = LoggerFactory.getLogger(ExportFile.class);

    private final TakeExport takeExport;
    private final ReadExport readExport;
    private final ReadExportFiles readFiles;

    ExportFile(TakeExport takeExport, ReadExport readExport, ReadExportFiles readFiles) {
        this.takeExport = takeExport;
        this.readExport = readExport;
        this.readFiles = readFiles;
    }

    /**
     * Begins one; it has ended when all of it was read, which is written down, and closed.
     *
     * @return empty if there is no such customer for {@code taker}, or if its deletion has begun
     */
    public Optional<InputStream> open(TenantId customer, PersonId taker) {
        return begin(customer, taker).map(this::stream);
    }

    Optional<Taking> begin(TenantId customer, PersonId taker) {
        return takeExport.begin(customer, taker);
    }

    InputStream stream(Taking taking) {
        LOG.info("tenant={} an export is taken by person={}", taking.tenant().id(), taking.taker());
        return new ScopedStream(new ExportStream(readExport, readFiles, takeExport, taking));
    }
}
