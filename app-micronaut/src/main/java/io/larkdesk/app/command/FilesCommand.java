package io.larkdesk.app.command;

import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.attachment.ObjectStoreException;
import io.larkdesk.core.attachment.RelocateFiles;
import io.larkdesk.core.attachment.RelocateFiles.Outcome;
import io.larkdesk.core.attachment.Storage;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the files of before to where new ones are stored. */
@Singleton
final class FilesCommand {

    private static final Logger LOG = LoggerFactory.getLogger(FilesCommand.class);
    private static final int TOLD_EVERY = 100;

    private final RelocateFiles relocateFiles;
    private final Storage storage;

    FilesCommand(RelocateFiles relocateFiles, AttachmentPolicy policy) {
        this.relocateFiles = relocateFiles;
        this.storage = policy.storage();
    }

    /** Says how far it is while it takes long; all is well if no file is left behind. */
    boolean relocate() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        try {
            relocateFiles.execute(storage, looked -> tell(looked, counts.merge(looked.outcome(), 1, Integer::sum)));
        } catch (ObjectStoreException e) {
            LOG.error(
                    "{} files are in the {} now, and the rest is where it was, since the object store cannot be used: {}",
                    counts.getOrDefault(Outcome.RELOCATED, 0),
                    where(),
                    e.getMessage());
            return false;
        }
        LOG.info(
                "{} files that were sent came into the {}; {} were taken away meanwhile, or others brought them, and {} are damaged",
                counts.getOrDefault(Outcome.RELOCATED, 0),
                where(),
                counts.getOrDefault(Outcome.OVERTAKEN, 0),
                counts.getOrDefault(Outcome.DAMAGED, 0));
        return !counts.containsKey(Outcome.DAMAGED);
    }

    private void tell(RelocateFiles.Looked looked, int count) {
        if (looked.outcome() == Outcome.DAMAGED) {
            LOG.error(
                    "File {} of customer {} is not as it was uploaded, and stays where it is",
                    looked.file().id().value(),
                    looked.file().id().group().tenant());
        } else if (looked.outcome() == Outcome.RELOCATED && count % TOLD_EVERY == 0) {
            LOG.info("{} files so far", count);
        }
    }

    private String where() {
        return storage == Storage.DATABASE ? "database" : "bucket";
    }
}
