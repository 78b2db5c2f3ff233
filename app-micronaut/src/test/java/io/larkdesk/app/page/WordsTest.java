package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Language;
import io.larkdesk.core.reminder.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The words that are agreed upon, and that there are words for everything. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "severity.low, Low, 低",
        "severity.normal, Normal, 一般",
        "severity.high, High, 高",
        "severity.critical, Critical, 严重",
        "emergency.title, Emergency, 紧急求助",
        "remind.do, Reminder, 催单",
        "workstation.title, Enterprise Service Workstation, 企业服务工作台",
        "create.title, Create Ticket, 创建工单",
        "members.title, Group Member Management, 群成员管理",
        "invites.title, Add people, 添加成员"
    })
    void areTheSameEverywhere(String key, String english, String chinese) {
        assertThat(Texts.in(Language.EN).say(key)).isEqualTo(english);
        assertThat(Texts.in(Language.ZH).say(key)).isEqualTo(chinese);
    }

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOther() {
        assertThat(Texts.in(Language.ZH).keys())
                .containsExactlyInAnyOrderElementsOf(Texts.in(Language.EN).keys());
    }

    /** To whoever was not reminded, and to staff. */
    @ParameterizedTest
    @EnumSource
    void eachReasonNotToRemindHasWords(Decision.Reason reason) {
        assertThat(Texts.in(Language.EN).keys()).contains("why.not." + reason, "reminders.not." + reason);
    }
}
