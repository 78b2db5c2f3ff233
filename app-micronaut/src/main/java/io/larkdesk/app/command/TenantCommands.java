package io.larkdesk.app.command;

import io.larkdesk.app.console.deletion.ExportFile;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.deletion.DeletionReason;
import io.larkdesk.core.deletion.RequestDeletion;
import io.larkdesk.core.onboarding.Finding;
import io.larkdesk.core.onboarding.Preflight;
import io.larkdesk.core.onboarding.RunPreflight;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.Tenant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator does with one organisation. */
@Singleton
final class TenantCommands {

    private static final Logger LOG = LoggerFactory.getLogger(TenantCommands.class);

    private final Customers customers;
    private final RunPreflight runPreflight;
    private final ExportFile exports;
    private final RequestDeletion requestDeletion;

    TenantCommands(
            Customers customers, RunPreflight runPreflight, ExportFile exports, RequestDeletion requestDeletion) {
        this.customers = customers;
        this.runPreflight = runPreflight;
        this.exports = exports;
        this.requestDeletion = requestDeletion;
    }

    /** Asks Lark, and says of each thing how it is; all is well if nothing failed. */
    boolean preflight(String app) {
        Tenant tenant = customers.get(app);
        RunPreflight.Result result =
                runPreflight.execute(new RunPreflight.Command(tenant.id(), Optional.of(AuditActor.DESK)));
        if (result instanceof RunPreflight.Checked checked) {
            checked.preflight().findings().forEach(TenantCommands::tell);
            Preflight.Outcome outcome = checked.preflight().outcome();
            LOG.info(
                    "Preflight of {}: {}, with {} calls",
                    app,
                    outcome,
                    checked.preflight().calls());
            return checked.preflight().failed().isEmpty();
        }
        LOG.error("Preflight of {}: its app was changed meanwhile; once more", app);
        return false;
    }

    private static void tell(Finding finding) {
        LOG.info(
                "{} {} {} {} {}",
                finding.verdict(),
                finding.check(),
                finding.what(),
                finding.expected(),
                finding.found());
    }

    /** Writes a file that is whole, or none; it is for its owner alone. */
    boolean export(String app, String administrator, String file) {
        Tenant tenant = customers.get(app);
        Optional<InputStream> export = exports.open(tenant.id(), customers.administrator(administrator));
        if (export.isEmpty()) {
            LOG.error("{} is no administrator, or {} is no customer or is being deleted", administrator, app);
            return false;
        }
        Path to = Path.of(file).toAbsolutePath();
        try (InputStream zip = export.get()) {
            Path part = Files.createTempFile(
                    to.getParent(),
                    "export",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                long bytes = Files.copy(zip, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, to);
                LOG.info("What is {}'s is in {}: {} bytes", app, to, bytes);
            } finally {
                Files.deleteIfExists(part);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pauses the service at once; the nodes delete when the time has come. */
    boolean delete(String app, String administrator, String name, String reason) {
        Tenant tenant = customers.get(app);
        Optional<OrganisationName> organisation = OrganisationName.parse(name);
        Optional<DeletionReason> why = DeletionReason.parse(reason);
        if (organisation.isEmpty() || why.isEmpty()) {
            LOG.error("'{}' is no name, or '{}' no reason of a line", name, reason);
            return false;
        }
        RequestDeletion.Result result = requestDeletion.execute(new RequestDeletion.Command(
                customers.administrator(administrator), tenant.id(), organisation.get(), why.get(), false));
        switch (result) {
            case STANDS ->
                LOG.info(
                        "{} is paused, and will be deleted when it was exported and the time has come; until then an administrator can give that up",
                        app);
            case OTHER_NAME -> LOG.error("The organisation of {} is not called '{}'", app, name);
            case NOT_IN_SERVICE ->
                LOG.error("{} has not been in service yet: give up its onboarding in the console", app);
            case NOTHING_THERE -> LOG.error("{} is no administrator, or {} is no customer", administrator, app);
        }
        return result == RequestDeletion.Result.STANDS;
    }
}
