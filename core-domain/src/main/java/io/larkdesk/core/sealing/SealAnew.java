package io.larkdesk.core.sealing;

import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Secrets.KeyAge;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Seals with the key that seals now what an older one sealed. As many nodes as like may do so at once. */
@Singleton
public final class SealAnew {

    private static final int PAGE = 100;

    private final Transactions transactions;
    private final SealedTexts texts;
    private final Secrets secrets;

    /** Takes its collaborators. */
    @Inject
    public SealAnew(Transactions transactions, SealedTexts texts, Secrets secrets) {
        this.transactions = transactions;
        this.texts = texts;
        this.secrets = secrets;
    }

    /**
     * What was found.
     *
     * @param current how many are sealed by the key that seals now
     * @param renewed how many were sealed anew just now
     * @param left how many are sealed by an older key still, because somebody changed them meanwhile or they do not open
     * @param unknown how many are sealed by a key that is not here
     */
    public record Found(int current, int renewed, int left, int unknown) {

        private static final Found NOTHING = new Found(0, 0, 0, 0);

        private Found plus(Found other) {
            return new Found(
                    current + other.current, renewed + other.renewed, left + other.left, unknown + other.unknown);
        }
    }

    /** Counts all that is sealed, and goes through what an older key sealed, each page in a transaction of its own. */
    public Found execute() {
        return texts.count().stream().map(this::look).reduce(Found.NOTHING, Found::plus);
    }

    private Found look(SealedShare share) {
        return switch (secrets.age(share.example())) {
            case CURRENT -> new Found(share.count(), 0, 0, 0);
            case RETIRING -> renewAll(share);
            case UNKNOWN -> new Found(0, 0, 0, share.count());
        };
    }

    private Found renewAll(SealedShare share) {
        Found all = Found.NOTHING;
        Optional<SealedText> last = Optional.empty();
        while (true) {
            List<SealedText> page = texts.list(share, last, PAGE);
            if (page.isEmpty()) {
                return all;
            }
            int renewed = transactions.inTransaction(
                    now -> (int) page.stream().filter(this::renew).count());
            all = all.plus(new Found(0, renewed, page.size() - renewed, 0));
            last = Optional.of(page.get(page.size() - 1));
        }
    }

    private boolean renew(SealedText text) {
        SealedSecret anew;
        try {
            anew = secrets.seal(text.tenant(), secrets.open(text.tenant(), text.secret()));
        } catch (IllegalArgumentException changedByOthers) {
            return false;
        }
        // the key may have been changed again since; then the next look finds it
        return secrets.age(anew) == KeyAge.CURRENT && texts.replace(text, anew);
    }
}
