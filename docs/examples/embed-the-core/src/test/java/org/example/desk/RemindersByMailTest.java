package org.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemindersByMailTest {

    private static final Duration WINDOW = HelpDesk.POLICY.window();
    private static final Duration GRACE = HelpDesk.POLICY.grace();

    private final ManualClock clock = new ManualClock();
    private final SeededRandomness randomness = new SeededRandomness(1);
    private final InMemoryDesk stores = new InMemoryDesk(clock);
    private final Scene scene = new Scene(stores, randomness);
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final Person ann = scene.person(acme, "Ann");
    private final Person bob = scene.person(acme, "Bob");
    private final GreenMail mail = new GreenMail(smtp());
    private HelpDesk desk;

    private static ServerSetup smtp() {
        ServerSetup smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        // A slow machine takes longer than the usual two seconds
        smtp.setServerStartupTimeout(60_000);
        return smtp;
    }

    @BeforeEach
    void open() throws MessagingException {
        mail.start();
        scene.join(group, ann);
        scene.join(group, bob);
        InternetAddress bobs = new InternetAddress("bob@acme.example");
        desk = new HelpDesk(
                stores,
                randomness,
                new MailChannel(
                        "127.0.0.1",
                        mail.getSmtp().getPort(),
                        new InternetAddress("desk@provider.example"),
                        person -> person.equals(bob.id()) ? Optional.of(bobs) : Optional.empty()));
    }

    @AfterEach
    void close() {
        mail.stop();
    }

    @Test
    void aMentionComesByMail() throws MessagingException, IOException {
        say("Can " + Scene.at(bob) + " have a look?");
        clock.advance(GRACE);

        assertThat(desk.remind()).isEqualTo(1);

        Message arrived = mail.getReceivedMessages()[0];
        assertThat(arrived.getAllRecipients()).containsExactly(new InternetAddress("bob@acme.example"));
        assertThat(arrived.getSubject()).isEqualTo("You were mentioned");
        assertThat(arrived.getContent().toString().strip()).isEqualTo("Ann in Group of Acme: Can @Bob have a look?");
    }

    @Test
    void nobodyGetsTwoMailsWithinTheWindow() throws MessagingException {
        mention();
        clock.advance(GRACE);
        desk.remind();
        mention();
        mention();

        clock.advance(WINDOW.minusMillis(1));
        desk.remind();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        desk.remind();

        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(mail.getReceivedMessages()[1].getSubject()).isEqualTo("You were mentioned 2 times");
    }

    @Test
    void whatIsReadInTimeIsNotSent() {
        long seq = mention();
        desk.read(group.id(), bob.id(), seq);
        clock.advance(GRACE);

        assertThat(desk.remind()).isZero();
    }

    @Test
    void whileTheServerIsDownAReminderWaits() {
        mail.stop();
        mention();
        clock.advance(GRACE);
        assertThat(desk.remind()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1).minusMillis(1));
        assertThat(desk.remind()).isZero();

        clock.advance(Duration.ofMillis(1));
        assertThat(desk.remind()).as("is tried again after the pause").isEqualTo(1);
    }

    private long mention() {
        return say(Scene.at(bob) + " please");
    }

    private long say(String text) {
        PostMessage.Result result = desk.say(new PostMessage.Command(
                group.id(), ann.id(), new ClientId(randomness.uuid()), MessageBody.parse(text)));
        return ((PostMessage.Posted) result).message().id().seq();
    }
}
