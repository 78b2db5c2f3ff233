package io.larkdesk.app.page;

import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.ticket.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Create Ticket.
 *
 * @param in what stands around it
 * @param app the Lark app through which the person came
 * @param me the person
 * @param group the service group's id, as in addresses
 * @param products the provider's, in the provider's order
 * @param entered what stands in the form
 * @param problems the ends of the keys of the texts that say what is wrong, by field
 * @param largestFile how many bytes a file can have
 * @param fileProblem what is wrong with the files, in words
 */
public record NewTicketPage(
        GroupDialog in,
        String app,
        UUID me,
        String group,
        List<String> products,
        Entered entered,
        Map<String, String> problems,
        long largestFile,
        Optional<String> fileProblem) {

    /** The value of the choice of somebody who does not know the product. */
    public static final String UNKNOWN_PRODUCT = "unknown";

    /** Begins the values of the other choices. */
    public static final String PRODUCT = "product:";

    private static final List<String> FIELDS = List.of("title", "product", "severity", "description", "files");

    /** Copies the collections. */
    public NewTicketPage {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(me, "me");
        Objects.requireNonNull(group, "group");
        products = List.copyOf(products);
        Objects.requireNonNull(entered, "entered");
        problems = Map.copyOf(problems);
        Objects.requireNonNull(fileProblem, "fileProblem");
    }

    /**
     * What stands in the form, as it was typed and chosen.
     *
     * @param clientId the same for each try
     * @param emergency whether an Emergency is to follow
     */
    public record Entered(
            String clientId, String title, String product, String severity, String description, boolean emergency) {

        /** Refuses null. */
        public Entered {
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(product, "product");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(description, "description");
        }

        /** Nothing typed; where there is nothing to choose from, nothing has to be chosen. */
        public static Entered nothing(boolean chooses) {
            return new Entered(
                    UUID.randomUUID().toString(),
                    "",
                    chooses ? "" : UNKNOWN_PRODUCT,
                    Severity.NORMAL.name(),
                    "",
                    false);
        }
    }

    /** How many files can come along, and how large. */
    public String filesHint() {
        return in.viewer()
                .texts()
                .say(
                        "create.filesHint",
                        Map.of("most", AttachmentPolicy.MOST_IN_A_NEW_TICKET, "size", Bytes.say(largestFile)));
    }

    /** Where the form is sent. */
    public String path() {
        return in.path() + "/tickets";
    }

    /** What is wrong in {@code field}, in words. */
    public Optional<String> problem(String field) {
        return field.equals("files")
                ? fileProblem
                : Optional.ofNullable(problems.get(field))
                        .map(key -> in.viewer().texts().say("create.problem." + key));
    }

    /** The first field in which something is wrong, else the first of all. */
    public String focus() {
        return wrong().stream().findFirst().orElse(FIELDS.get(0));
    }

    /** The fields in which something is wrong, in order. */
    public List<String> wrong() {
        return FIELDS.stream().filter(field -> problem(field).isPresent()).toList();
    }
}
