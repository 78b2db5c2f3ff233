package io.larkdesk.app;

import io.larkdesk.app.bootstrap.ApplyBootstrapFile;
import io.larkdesk.app.command.Commands;
import io.larkdesk.app.command.UnknownCommandException;
import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import io.larkdesk.app.connections.Listeners;
import io.larkdesk.app.console.SetupNotice;
import io.larkdesk.app.fence.FenceWatch;
import io.larkdesk.app.health.Draining;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.app.secrets.KeyRounds;
import io.larkdesk.app.work.RoundFailures;
import io.larkdesk.core.tenant.TenantScope;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program: {@code java -jar larkdesk.jar} runs the service, or with one of the {@link Commands} does what an operator wants. */
public final class Larkdesk {

    private static final Logger LOG = LoggerFactory.getLogger(Larkdesk.class);

    private Larkdesk() {}

    /** Runs the service until it is told to stop; a start that fails ends with status 1 and one line that says why. */
    public static void main(String[] arguments) {
        try {
            if (arguments.length == 0) {
                run();
            } else if (!Commands.execute(List.of(arguments))) {
                Runtime.getRuntime().exit(1);
            }
        } catch (RuntimeException e) {
            LOG.debug("The start failed", e);
            LOG.error("{}", problem(e));
            Runtime.getRuntime().exit(1);
        }
    }

    private static void run() {
        Running service = start(Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(service::drainAndClose, "shutdown"));
    }

    /**
     * Starts the service in this process: settings first, then database, bootstrap file, and the port last, so that whoever finds the port open
     * finds the service ready.
     *
     * @param settings go before the environment
     * @throws SettingException if a setting keeps it from starting
     */
    public static Running start(Map<String, Object> settings) {
        ApplicationContext context = ApplicationContext.builder()
                .mainClass(Larkdesk.class)
                .properties(settings)
                .banner(false)
                // What there is to look for takes a tenth of the start, and there is nothing to be found
                .bootstrapEnvironment(false)
                .deduceEnvironment(false)
                .start();
        try {
            CurrentScope.run(new TenantScope.Everybody(), () -> begin(context));
            return new Running(context);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static void begin(ApplicationContext context) {
        Settings read = context.getBean(Settings.class);
        context.getBean(FenceWatch.class).begin();
        context.getBean(ApplyBootstrapFile.class).execute();
        context.getBean(KeyRounds.class).look();
        listen(context.getBean(EmbeddedServer.class));
        context.getBean(SetupNotice.class).execute();
        context.getBean(RoundFailures.class).beginToTell();
        LOG.info("Larkdesk is ready at {}", read.publicUrl());
    }

    private static void listen(EmbeddedServer server) {
        try {
            server.start();
        } catch (ServerStartupException e) {
            throw new SettingException("larkdesk.port", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * A service that runs.
     *
     * @param context its beans
     */
    public record Running(ApplicationContext context) implements AutoCloseable {

        /** Lets whoever balances between nodes send no more requests here, answers the last of those that come all the same, and closes. */
        void drainAndClose() {
            Draining draining = context.getBean(Draining.class);
            draining.drain(context.getBean(Settings.class).drain());
            context.getBean(Listeners.class).stopListening();
            draining.awaitLastRequests();
            close();
        }

        /** Takes no more requests, finishes what was claimed, and stops. */
        @Override
        public void close() {
            LOG.info("Stopping");
            context.close();
        }
    }

    private static String problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingException setting) {
                return String.valueOf(setting.getMessage());
            }
            if (cause instanceof UnknownCommandException unknown) {
                return String.valueOf(unknown.getMessage());
            }
        }
        return "The service cannot start: " + failure;
    }
}
