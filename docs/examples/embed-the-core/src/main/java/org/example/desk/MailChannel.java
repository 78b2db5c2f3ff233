package org.example.desk;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.ReminderChannel;
import io.larkdesk.core.tenant.Tenant;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Delivers reminders by SMTP. */
public final class MailChannel implements ReminderChannel {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final String host;
    private final int port;
    private final InternetAddress sender;
    private final Function<PersonId, Optional<InternetAddress>> addresses;

    /** Takes the mail server, the desk's own address, and a directory of people's addresses. */
    public MailChannel(
            String host, int port, InternetAddress sender, Function<PersonId, Optional<InternetAddress>> addresses) {
        this.host = Objects.requireNonNull(host, "host");
        this.port = port;
        this.sender = Objects.requireNonNull(sender, "sender");
        this.addresses = Objects.requireNonNull(addresses, "addresses");
    }

    @Override
    public Delivery deliver(Tenant tenant, MessageReminder reminder, Duration within) {
        Optional<InternetAddress> to = addresses.apply(reminder.recipient().id());
        if (to.isEmpty()) {
            return new Refused(Decision.Reason.UNREACHABLE, "no address");
        }
        Session session = session(within);
        try (Transport smtp = session.getTransport("smtp")) {
            try {
                smtp.connect();
            } catch (MessagingException nothingSent) {
                return new Deferred(PAUSE, "no connection to the mail server");
            }
            Message mail = mail(session, reminder, to.get());
            smtp.sendMessage(mail, mail.getAllRecipients());
            return new Delivered(mail.getHeader("Message-ID")[0]);
        } catch (SendFailedException refused) {
            return new Refused(Decision.Reason.UNREACHABLE, "the mail server refuses the address");
        } catch (MessagingException lost) {
            // It may have arrived: the core counts it as delivered, because twice is worse than late
            return new Unknown("the connection was lost");
        }
    }

    private Session session(Duration within) {
        String each = String.valueOf(within.toMillis() / 3);
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", host);
        settings.setProperty("mail.smtp.port", String.valueOf(port));
        settings.setProperty("mail.smtp.connectiontimeout", each);
        settings.setProperty("mail.smtp.timeout", each);
        settings.setProperty("mail.smtp.writetimeout", each);
        return Session.getInstance(settings);
    }

    private Message mail(Session session, MessageReminder reminder, InternetAddress to) throws MessagingException {
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader(
                        "Message-ID",
                        "<" + reminder.id() + "@" + sender.getAddress().split("@", 2)[1] + ">");
            }
        };
        mail.setFrom(sender);
        mail.setRecipient(Message.RecipientType.TO, to);
        int mentions = reminder.items().size();
        mail.setSubject(mentions == 1 ? "You were mentioned" : "You were mentioned " + mentions + " times");
        mail.setText(
                reminder.items().stream()
                        .map(item -> item.author() + " in " + item.groupName() + ": " + item.excerpt())
                        .collect(Collectors.joining("\n")),
                StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }
}
