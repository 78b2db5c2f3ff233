package io.larkdesk.app.command;

import io.larkdesk.app.fence.FenceWatch;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.tenant.TenantScope;
import io.micronaut.context.ApplicationContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands for operators: {@code java -jar larkdesk.jar COMMAND}, with the settings of the service. None of them tells anybody anything. Those
 * that need the embedded database need the service to be stopped.
 */
public enum Commands {
    /** Tells what commands there are. */
    HELP("", "tells what commands there are"),
    /** Reads the settings, the keys and the file of provider, staff and tenants, and says what is wrong. */
    CHECK_CONFIG("", "reads settings, bootstrap file and keys, and says what is wrong; touches no database"),
    /** Checks a tenant's Lark configuration. */
    PREFLIGHT("APP-ID", "checks an organisation's app in Lark, which costs the calls of one Preflight"),
    /** Says that a backup was restored. */
    FENCE("", "says that a backup was restored"),
    /** Makes the file of the keys. */
    MAKE_KEYS("", "makes the file of the keys, for nodes that share it; an existing one stays"),
    /** Adds a key, which opens but does not seal. */
    ADD_KEY("", "adds a key, which opens but does not seal"),
    /** Has the key that was added last seal. */
    USE_KEY("", "has the key that was added last seal"),
    /** Takes away the keys by which nothing is sealed any more. */
    REMOVE_KEYS("", "takes away the keys by which nothing is sealed any more"),
    /** Checks the audit log, perhaps against a file of how far its books went, which is written anew. */
    VERIFY_AUDIT("[FILE]", "checks the audit log, also against FILE, and writes FILE anew"),
    /** Checks all Timelines, or those of a tenant. */
    VERIFY_TIMELINES("[APP-ID]", "checks the Timelines of all tickets, or of one customer's"),
    /** Brings the files of before to where new ones are stored. */
    RELOCATE_FILES("", "brings files that were sent to where new ones are stored: database or bucket"),
    /** Takes along what is a customer's. */
    EXPORT_TENANT("APP-ID ADMINISTRATOR FILE", "writes what is a customer's to FILE, a ZIP, for an administrator"),
    /** Has a customer deleted. */
    DELETE_TENANT(
            "APP-ID ADMINISTRATOR NAME REASON",
            "pauses a customer's service, and has it deleted after LARKDESK_DELETION_WAIT and an export");

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    /** Else the server would be made, and with it all that it needs, to be asked to stop gracefully; and a command that takes long would make a node's rounds. */
    private static final Map<String, Object> NO_NODE = Map.of(
            "micronaut.lifecycle.graceful-shutdown.enabled",
            false,
            "micronaut.executors.scheduled.thread-factory-class",
            NoThreads.class.getName());

    private final String arguments;
    private final String does;

    Commands(String arguments, String does) {
        this.arguments = arguments;
        this.does = does;
    }

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is written, with what belongs to it; what may be left out stands in brackets. */
    String usage() {
        return (word() + " " + arguments).strip();
    }

    private boolean takes(List<String> words) {
        List<String> wanted = arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1));
        long least = wanted.stream().filter(word -> !word.startsWith("[")).count();
        int given = words.size() - 1;
        return words.get(0).equals(word()) && given >= least && given <= wanted.size();
    }

    /**
     * Does what {@code arguments} say: the command's word, and what belongs to it.
     *
     * @return whether all is well
     * @throws UnknownCommandException if there is no such command
     */
    public static boolean execute(List<String> arguments) {
        if (arguments.contains("--help") || HELP.takes(arguments)) {
            LOG.info("java -jar larkdesk.jar runs the service; with one of these it does that, and ends:\n{}", help());
            return true;
        }
        Commands command = Arrays.stream(values())
                .filter(one -> one.takes(arguments))
                .findFirst()
                .orElseThrow(() -> new UnknownCommandException("There is no command '" + String.join(" ", arguments)
                        + "'; there are "
                        + Arrays.stream(values()).map(Commands::usage).collect(Collectors.joining(", "))));
        try (ApplicationContext context = start()) {
            return CurrentScope.in(
                    new TenantScope.Everybody(), () -> command.run(context, arguments.subList(1, arguments.size())));
        }
    }

    /** All that a node has, but no server and no rounds. */
    static ApplicationContext start() {
        return ApplicationContext.builder().properties(NO_NODE).banner(false).start();
    }

    private static String help() {
        return Arrays.stream(values())
                .map(one -> "  %-48s %s".formatted(one.usage(), one.does))
                .collect(Collectors.joining("\n"));
    }

    private boolean run(ApplicationContext context, List<String> words) {
        return switch (this) {
            case HELP -> true;
            case CHECK_CONFIG -> context.getBean(CheckConfig.class).execute();
            case PREFLIGHT -> context.getBean(TenantCommands.class).preflight(words.get(0));
            case FENCE -> {
                context.getBean(FenceWatch.class).raise();
                yield true;
            }
            case MAKE_KEYS -> context.getBean(KeyCommands.class).make();
            case ADD_KEY -> context.getBean(KeyCommands.class).add();
            case USE_KEY -> context.getBean(KeyCommands.class).use();
            case REMOVE_KEYS -> context.getBean(KeyCommands.class).remove();
            case VERIFY_AUDIT -> context.getBean(AuditCommand.class).execute(words);
            case VERIFY_TIMELINES -> context.getBean(TimelineCommand.class).execute(words);
            case RELOCATE_FILES -> context.getBean(FilesCommand.class).relocate();
            case EXPORT_TENANT ->
                context.getBean(TenantCommands.class).export(words.get(0), words.get(1), words.get(2));
            case DELETE_TENANT ->
                context.getBean(TenantCommands.class).delete(words.get(0), words.get(1), words.get(2), words.get(3));
        };
    }
}
