package io.larkdesk.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunningUploadsTest {

    private static final PersonId ANN = person(1);
    private static final PersonId BOB = person(2);

    private final RunningUploads uploads = new RunningUploads();

    private static PersonId person(int number) {
        return new PersonId(new TenantId(new UUID(0, 1)), new UUID(0, number));
    }

    @Test
    void eachPersonHasFourPlacesAndLeavesNothingBehind() {
        List<RunningUploads.Place> places = new ArrayList<>();
        for (int i = 0; i < RunningUploads.MOST; i++) {
            places.add(uploads.enter(ANN).orElseThrow());
        }

        assertThat(uploads.enter(ANN)).isEmpty();
        assertThat(uploads.enter(ANN)).isEmpty();
        places.add(uploads.enter(BOB).orElseThrow());
        places.remove(0).close();
        places.add(uploads.enter(ANN).orElseThrow());
        assertThat(uploads.enter(ANN)).isEmpty();

        places.forEach(RunningUploads.Place::close);
        assertThat(uploads.isIdle()).isTrue();
    }
}
