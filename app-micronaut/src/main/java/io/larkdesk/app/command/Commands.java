package io.larkdesk.app.command;

import io.larkdesk.app.fence.FenceWatch;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.tenant.TenantScope;
import io.micronaut.context.ApplicationContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The commands for operators: {@code java -jar larkdesk.jar COMMAND}, with the settings of the service. None of them sends anything. Those that
 * need the embedded database need the service to be stopped.
 */
public enum Commands {
    /** Reads the settings, the keys and the file of provider, staff and tenants, and says what is wrong. */
    CHECK_CONFIG(0),
    /** Says that a backup was restored. */
    FENCE(0),
    /** Adds a key, which opens but does not seal. */
    ADD_KEY(0),
    /** Has the key that was added last seal. */
    USE_KEY(0),
    /** Takes away the keys by which nothing is sealed any more. */
    REMOVE_KEYS(0),
    /** Checks the audit log, perhaps against a file of how far its books went, which is written anew. */
    VERIFY_AUDIT(1);

    /** Else the server would be made, and with it all that it needs, to be asked to stop gracefully. */
    private static final Map<String, Object> NO_SERVER = Map.of("micronaut.lifecycle.graceful-shutdown.enabled", false);

    private final int mostArguments;

    Commands(int mostArguments) {
        this.mostArguments = mostArguments;
    }

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Does what {@code arguments} say: the command's word, and what belongs to it.
     *
     * @return whether all is well
     * @throws UnknownCommandException if there is no such command
     */
    public static boolean execute(List<String> arguments) {
        Commands command = Arrays.stream(values())
                .filter(one -> one.word().equals(arguments.get(0)) && arguments.size() - 1 <= one.mostArguments)
                .findFirst()
                .orElseThrow(() -> new UnknownCommandException("There is no command '" + String.join(" ", arguments)
                        + "'; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(Commands::word).toList())));
        try (ApplicationContext context =
                ApplicationContext.builder().properties(NO_SERVER).banner(false).start()) {
            return CurrentScope.in(
                    new TenantScope.Everybody(), () -> command.run(context, arguments.subList(1, arguments.size())));
        }
    }

    private boolean run(ApplicationContext context, List<String> arguments) {
        return switch (this) {
            case CHECK_CONFIG -> context.getBean(CheckConfig.class).execute();
            case FENCE -> {
                context.getBean(FenceWatch.class).raise();
                yield true;
            }
            case ADD_KEY -> context.getBean(KeyCommands.class).add();
            case USE_KEY -> context.getBean(KeyCommands.class).use();
            case REMOVE_KEYS -> context.getBean(KeyCommands.class).remove();
            case VERIFY_AUDIT -> context.getBean(AuditCommand.class).execute(arguments);
        };
    }
}
