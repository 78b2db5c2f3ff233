package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PinyinTest {

    private final Pinyin pinyin = new Pinyin();

    @Test
    void chineseNamesAreSpeltAsWordAndAsInitials() {
        assertThat(pinyin.of("林晓雯")).containsExactly("linxiaowen", "lxw");
        assertThat(pinyin.of("陈伟")).containsExactly("chenwei", "cw");
    }

    @Test
    void surnamesSoundAsSurnames() {
        assertThat(pinyin.of("曾国藩")).contains("zengguofan", "zgf");
        assertThat(pinyin.of("单雄信")).contains("shanxiongxin");
    }

    @Test
    void uWithDotsIsFoundByTheKeyThatPeopleUse() {
        assertThat(pinyin.of("吕布")).containsExactlyInAnyOrder("lubu", "lvbu", "lb");
    }

    @Test
    void onlyTheChinesePartOfANameIsSpelt() {
        assertThat(pinyin.of("Wei Chen 陈伟")).containsExactly("chenwei", "cw");
        assertThat(pinyin.of("Sofia Lindqvist")).isEmpty();
        assertThat(pinyin.of("")).isEmpty();
    }

    @Test
    void aPersonIsFoundByBothNamesInSmallLettersWhateverTheMachinesLanguage() {
        Person person = new Person(
                new PersonId(new TenantId(new UUID(1, 1)), new UUID(1, 2)),
                new OpenId("ou_1"),
                PersonName.of("李雨欣"),
                Optional.of(PersonName.of("IRIS Li")),
                Optional.empty(),
                Language.ZH,
                Optional.empty());

        assertThat(new PersonKeys(pinyin).of(person)).isEqualTo(List.of("李雨欣", "liyuxin", "lyx", "iris li"));
    }
}
