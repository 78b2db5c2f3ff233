package io.larkdesk.app.command;

import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.auditing.VerifyAudit.Verified;
import io.larkdesk.core.auditing.VerifyBooks;
import io.larkdesk.core.auditing.VerifyBooks.Found;
import io.larkdesk.core.shared.ChainHash;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the audit log. In a file, one line for each book, it keeps how far they went: id, place and hash. The next time the books must still go
 * through there.
 */
@Singleton
final class AuditCommand {

    private static final Logger LOG = LoggerFactory.getLogger(AuditCommand.class);

    private final VerifyBooks verifyBooks;

    AuditCommand(VerifyBooks verifyBooks) {
        this.verifyBooks = verifyBooks;
    }

    /**
     * Checks it.
     *
     * @param arguments the file, perhaps; written only if all is well
     */
    boolean execute(List<String> arguments) {
        try {
            List<Path> files = arguments.stream().map(Path::of).toList();
            Found found = verifyBooks.execute(read(files));
            found.books().stream()
                    .filter(book -> book.broken().isPresent())
                    .forEach(book -> LOG.error(
                            "Book {} is not as it was written from entry {} on",
                            book.book().id(),
                            book.broken().getAsLong()));
            found.deleted()
                    .forEach(book -> LOG.info(
                            "Book {} goes with its customer, of whose deletion the provider's book tells", book.id()));
            if (found.isWhole()) {
                for (Path file : files) {
                    Files.write(
                            file, found.books().stream().map(AuditCommand::line).toList());
                }
                LOG.info(
                        "The audit log is as it was written: {} books with {} entries",
                        found.books().size(),
                        found.entries());
            }
            return found.isWhole();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<AuditBook, AuditEnd> read(List<Path> files) throws IOException {
        for (Path file : files) {
            if (Files.exists(file)) {
                return Files.readAllLines(file).stream()
                        .map(line -> line.split(" ", -1))
                        .collect(Collectors.toMap(
                                words -> AuditBook.withId(UUID.fromString(words[0])),
                                words -> new AuditEnd(Long.parseLong(words[1]), new ChainHash(words[2]))));
            }
        }
        return Map.of();
    }

    private static String line(Verified book) {
        return book.book().id() + " " + book.end().place() + " " + book.end().hash();
    }
}
