package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.shared.ConflictException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    /** Connection lost; disk full, memory full, too many connections; cancelled; stopped, crashed, starting; for reading only. */
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53100", "53200", "53300", "57014", "57P01", "57P02", "57P03", "25006"})
    void whatPassesIsTemporary(String state) {
        assertThat(Failures.translate(new SQLException("no", state)))
                .isInstanceOfSatisfying(PersistenceException.class, failure -> assertThat(failure.isTemporary())
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "22021", "28P01", "XX000"})
    void whatIsWrongStaysSo(String state) {
        assertThat(Failures.translate(new SQLException("no", state)))
                .isInstanceOfSatisfying(PersistenceException.class, failure -> assertThat(failure.isTemporary())
                        .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "23505"})
    void collisionsAreWorthAnotherTry(String state) {
        assertThat(Failures.translate(new SQLException("no", state))).isInstanceOf(ConflictException.class);
    }
}
