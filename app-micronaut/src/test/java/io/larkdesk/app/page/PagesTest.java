package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {

    private final Pages pages = new Pages(new Assets());

    @Test
    void groupPageShowsTheConversationForItsReader() {
        String html = pages.group(Samples.groupPage(Samples.viewer(Language.EN, Theme.SYSTEM), Samples.morning()));

        assertThat(html)
                .contains("<html lang=\"en\">")
                .contains("<title>(3) Harbour Retail × Alder Cloud · Enterprise Service</title>")
                .contains("3 new messages since <time datetime=\"2026-11-24T06:18:00Z\">14:18</time>")
                .contains("Read by 2 of 4")
                .contains("<li class=\"day\"><span>Today</span>")
                .contains("<a href=\"https://status.example.com/plans/3142\"")
                .contains("class=\"msg tome\"")
                .contains("class=\"msg cont\"")
                .contains("class=\"msg deleted\"");
    }

    @Test
    void groupPageSpeaksChinese() {
        String html = pages.group(Samples.groupPage(Samples.viewer(Language.ZH, Theme.DARK), Samples.morning()));

        assertThat(html)
                .contains("<html lang=\"zh-CN\" data-theme=\"dark\">")
                .contains("14:18</time> 以来有 3 条新消息")
                .contains("4 人中 2 人已读");
    }

    @Test
    void ofAMessageForEverybodyNothingIsMarkedAsAnybodysOwn() {
        String html = pages.messages(Samples.everybody(Language.EN), Samples.morning());

        assertThat(html).doesNotContain("class=\"msg me").doesNotContain("tome").doesNotContain("<form");
        assertThat(html.lines().filter(line -> line.startsWith("<li"))).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(Content.TicketEvent.class)
    void everyLineAboutATicketIsDrawnInBothLanguages(Content.TicketEvent event) {
        Message message = new Message(new MessageId(Samples.GROUP, 1), 1, Samples.NOW, Samples.ticketLine(event));
        MessageView line = MessageView.of(
                message, Samples.PEOPLE.stream().collect(Collectors.toMap(PersonView::id, Function.identity())));
        for (Language language : Language.values()) {
            String html = pages.messages(Samples.everybody(language), List.of(line));

            assertThat(html)
                    .contains("class=\"sys\" data-ticket=\"" + Samples.GROUP + "\"")
                    .doesNotContain("{")
                    .doesNotContain("<i>")
                    .doesNotContain("<b>time");
        }
    }

    @Test
    void aNewTicketsLineSaysWhoHasItAndUntilWhen() {
        Message message = new Message(
                new MessageId(Samples.GROUP, 1), 1, Samples.NOW, Samples.ticketLine(Content.TicketEvent.CREATED));
        MessageView line = MessageView.of(
                message, Samples.PEOPLE.stream().collect(Collectors.toMap(PersonView::id, Function.identity())));

        assertThat(pages.messages(Samples.everybody(Language.EN), List.of(line)))
                .contains("<b>" + Samples.DANIEL.name() + "</b> created ticket <a href=\"/lark/" + Samples.APP
                        + "/tickets/1042\">#1042 Writes"
                        + " &lt;b&gt;time out&lt;/b&gt;</a>. Assigned to <b>" + Samples.WEI.name()
                        + "</b>, on duty until <time datetime=\"");
    }

    @ParameterizedTest
    @EnumSource(Notice.class)
    void everyNoticeIsDrawnInBothLanguages(Notice notice) {
        for (Language language : Language.values()) {
            String html = pages.notice(new NoticePage(
                    Samples.viewer(language, Theme.LIGHT),
                    notice,
                    Map.of("provider", "Alder Cloud"),
                    Optional.of("7Q2K-9M"),
                    Optional.of("/lark/" + Samples.APP)));

            assertThat(html).contains("<h1>").contains("7Q2K-9M").doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource(EmptyPage.Reason.class)
    void whoIsInNoGroupIsToldWhomToAsk(EmptyPage.Reason why) {
        for (Language language : Language.values()) {
            Viewer viewer = Samples.viewer(language, Theme.SYSTEM);

            assertThat(pages.empty(new EmptyPage(Samples.frame(viewer), why)))
                    .contains("<h1>" + viewer.texts().say("empty." + key(why) + ".title") + "</h1>");
        }
        assertThat(pages.empty(new EmptyPage(
                        Samples.frame(Samples.viewer(Language.EN, Theme.SYSTEM)), EmptyPage.Reason.NO_GROUP_YET)))
                .contains("Your TAM Sofia Lindqvist can add it for you.");
    }

    private static String key(EmptyPage.Reason why) {
        return switch (why) {
            case NO_GROUP_YET -> "noGroupYet";
            case NOT_IN_GROUP -> "notInGroup";
            case NOTHING_TO_SERVE -> "nothingToServe";
        };
    }

    @Test
    void readersAreShownInTwoLists() {
        ReadersPage page = new ReadersPage(
                Samples.viewer(Language.EN, Theme.SYSTEM),
                "Harbour Retail × Alder Cloud",
                "/back",
                List.of(Samples.SOFIA, Samples.WEI),
                List.of(Samples.MEI));

        assertThat(pages.readersFragment(page)).contains("Read by 2 people").contains("1 person has not read it yet");
        assertThat(pages.readers(page)).contains("href=\"/back\"").contains("Mei Tanaka");
    }
}
