package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A line of the log says for which request it was written, whose that was, and which reference the person has. */
class LogContextIT {

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn mei;

    private final Logger logger =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("io.larkdesk.app.organisation");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        SignedIn sofia = SignedIn.toConsole(desk.node(), "ou_sofia");
        sofia.submit(
                "/console/tenants/" + daniel.person().id().tenant().value() + "/administrators",
                Map.of("person", daniel.person().id().value().toString()));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void requestTenantAndPersonStandInTheLineAndInItsJson() throws IOException, JoranException {
        Answer answer = daniel.submit(
                "/lark/cli_harbour/organisation/administrators",
                Map.of("person", mei.person().id().value().toString()));
        assertThat(answer.status()).isEqualTo(303);

        ILoggingEvent line = log.list.stream()
                .filter(event -> event.getFormattedMessage().contains("is an administrator"))
                .findFirst()
                .orElseThrow();

        Map<String, String> wanted = Map.of(
                "request", answer.header("X-Request-Id"),
                "tenant", daniel.person().id().tenant().toString(),
                "person", daniel.person().id().toString());
        assertThat(line.getMDCPropertyMap()).containsAllEntriesOf(wanted);
        assertThat(plain(line)).contains(line.getFormattedMessage()).contains(wanted.values());
        JsonNode json = new ObjectMapper().readTree(written("json", line));
        assertThat(json.path("formattedMessage").asText()).isEqualTo(line.getFormattedMessage());
        wanted.forEach((name, value) ->
                assertThat(json.path("mdc").path(name).asText()).isEqualTo(value));
    }

    private static String plain(ILoggingEvent event) throws JoranException {
        return new String(written("plain", event), StandardCharsets.UTF_8);
    }

    /** What the service's own configuration writes for {@code event}. */
    private static byte[] written(String form, ILoggingEvent event) throws JoranException {
        LoggerContext context = new LoggerContext();
        context.putProperty("LARKDESK_LOG", form);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(LogContextIT.class.getResource("/logback.xml")));
        ConsoleAppender<ILoggingEvent> appender = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(form);
        byte[] line = appender.getEncoder().encode(event);
        context.stop();
        return line;
    }
}
