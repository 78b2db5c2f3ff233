package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.SessionToken;
import io.larkdesk.testkit.SeededRandomness;
import org.junit.jupiter.api.Test;

class CsrfTest {

    private final SessionToken token = SessionToken.issue(new SeededRandomness(1));
    private final SessionToken other = SessionToken.issue(new SeededRandomness(2));

    @Test
    void aSessionsFormsCarryItsProof() {
        assertThat(Csrf.isProof(Csrf.proof(token), token)).isTrue();
    }

    @Test
    void anotherSessionsProofIsNone() {
        assertThat(Csrf.isProof(Csrf.proof(other), token)).isFalse();
    }

    @Test
    void neitherTheTokenNorTheStoredKeyNorHalfAProofIsOne() {
        assertThat(Csrf.isProof(token.reveal(), token)).isFalse();
        assertThat(Csrf.isProof(token.key().hex(), token)).isFalse();
        assertThat(Csrf.isProof(Csrf.proof(token).substring(1), token)).isFalse();
        assertThat(Csrf.isProof("", token)).isFalse();
    }

    @Test
    void aProofFitsIntoAFormAsItIs() {
        assertThat(Csrf.proof(token)).matches("[A-Za-z0-9_-]{43}");
    }
}
