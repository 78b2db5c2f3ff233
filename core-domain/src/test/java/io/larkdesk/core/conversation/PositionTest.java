package io.larkdesk.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "7, 12", "999999999999999999, 999999999999999999"})
    void textFormComesBack(long seq, long revision) {
        Position position = new Position(seq, revision);

        assertThat(Position.parse(position.toString())).contains(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.",
                ".1",
                "1.1.1",
                "-1.1",
                "2.1",
                " 1.1",
                "1.1\n",
                "1,1",
                "a.b",
                "1000000000000000000.1",
                "１.１"
            })
    void otherTextIsNoPosition(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void noReaderHasSeenMoreMessagesThanChanges() {
        assertThatThrownBy(() -> new Position(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Position(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"5, 9, 6, 10, 6.10", "5, 9, 3, 10, 5.10", "5, 9, 3, 4, 5.9"})
    void readerNeverMovesBack(long seq, long revision, long messageSeq, long messageRevision, String after) {
        TenantId tenant = new TenantId(new UUID(1, 1));
        MessageId id = new MessageId(new GroupId(tenant, new UUID(1, 2)), messageSeq);
        Content notice = new Content.Notice(Content.Event.JOINED, new PersonId(tenant, new UUID(1, 3)));

        assertThat(new Position(seq, revision).after(new Message(id, messageRevision, Instant.EPOCH, notice)))
                .hasToString(after);
    }
}
