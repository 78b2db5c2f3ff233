package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.ObjectStore;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The promises of {@link ObjectStore}. */
public abstract class ObjectStoreContract {

    private static final int AT_ONCE = 16;
    private static final int PIECE = 1024 * 1024;

    private final TenantId tenant = new TenantId(new UUID(1, 1));
    private final GroupId group = new GroupId(tenant, new UUID(2, 1));
    private final AttachmentId file = new AttachmentId(group, new UUID(3, 1));

    /** Made for subclasses. */
    protected ObjectStoreContract() {}

    /** The store, in which no piece is that a test has not put. */
    protected abstract ObjectStore subject();

    private static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private void requireNothing(AttachmentId id, int place) {
        assertThatThrownBy(() -> subject().get(id, place)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whatIsPutIsThereByteForByte() {
        List<byte[]> pieces = List.of(bytes(1, PIECE), bytes(2, PIECE), bytes(3, 1));
        for (int place = 0; place < pieces.size(); place++) {
            subject().put(file, place, pieces.get(place));
        }

        for (int place = 0; place < pieces.size(); place++) {
            assertThat(subject().get(file, place)).isEqualTo(pieces.get(place));
        }
        requireNothing(file, pieces.size());
        pieces.forEach(piece -> subject().delete(file, pieces.indexOf(piece)));
    }

    @Test
    void whatIsChangedAfterwardsIsNotChangedInTheStore() {
        byte[] mine = {1, 2, 3};
        subject().put(file, 0, mine);
        Arrays.fill(mine, (byte) 9);
        Arrays.fill(subject().get(file, 0), (byte) 8);

        assertThat(subject().get(file, 0)).containsExactly(1, 2, 3);
        subject().delete(file, 0);
    }

    @Test
    void whatIsPutAgainTakesThePlaceOfWhatWasThere() {
        subject().put(file, 0, bytes(1, 100));
        subject().put(file, 0, new byte[] {7});

        assertThat(subject().get(file, 0)).containsExactly(7);
        subject().delete(file, 0);
    }

    @Test
    void deletingTakesAwayThatPieceOnlyAndNothingTwice() {
        AttachmentId other = new AttachmentId(group, new UUID(3, 2));
        AttachmentId foreign = new AttachmentId(new GroupId(new TenantId(new UUID(1, 2)), group.value()), file.value());
        List.of(file, other, foreign).forEach(id -> subject()
                .put(id, 1, new byte[] {(byte) id.value().getLeastSignificantBits()}));
        subject().put(file, 11, new byte[] {11});

        subject().delete(file, 1);

        requireNothing(file, 1);
        assertThat(subject().get(file, 11)).containsExactly(11);
        assertThat(subject().get(other, 1)).containsExactly(2);
        assertThat(subject().get(foreign, 1)).containsExactly(1);
        assertThatCode(() -> subject().delete(file, 1)).doesNotThrowAnyException();
        assertThatCode(() -> subject().delete(file, 99)).doesNotThrowAnyException();
        subject().delete(file, 11);
        subject().delete(other, 1);
        subject().delete(foreign, 1);
    }

    @Test
    void aFileThatIsMovedToAnotherGroupKeepsItsPieces() {
        AttachmentId there = new AttachmentId(new GroupId(tenant, new UUID(2, 2)), file.value());
        subject().put(file, 0, new byte[] {5});

        assertThat(subject().get(there, 0)).containsExactly(5);
        subject().delete(there, 0);
        requireNothing(file, 0);
    }

    @Test
    void manyMayUseItAtOnce() {
        List<Boolean> same = Together.run(AT_ONCE, worker -> {
            byte[] piece = bytes(worker, 10_000 + worker);
            AttachmentId own = new AttachmentId(group, new UUID(4, worker));
            subject().put(own, 0, piece);
            boolean isSame = Arrays.equals(subject().get(own, 0), piece);
            subject().delete(own, 0);
            return isSame;
        });

        assertThat(same).hasSize(AT_ONCE).containsOnly(true);
    }

    @Test
    void aStoreThatCanBeUsedSaysSo() {
        assertThatCode(() -> subject().check()).doesNotThrowAnyException();
    }
}
