package io.larkdesk.core.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GroupNamesTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final TenantId ACME = new TenantId(new UUID(1, 1));
    private static final GroupId SERVICE = new GroupId(ACME, new UUID(2, 1));

    private static ServiceGroup service(String name) {
        return new ServiceGroup(SERVICE, name, new PlanName("Gold"), NOW);
    }

    private static TicketGroup ticket(String title) {
        return new TicketGroup(
                new GroupId(ACME, new UUID(2, 2)), SERVICE, new TicketNumber(1), title, NOW, Optional.empty());
    }

    @Test
    void aServiceGroupIsCalledByBothNamesEachCutIfTogetherTheyAreTooLong() {
        String longest = "a".repeat(100);
        assertThat(ServiceGroup.nameOf("Acme", "Alder Cloud")).isEqualTo("Acme × Alder Cloud");
        assertThat(ServiceGroup.nameOf(longest, "b".repeat(17))).hasSize(ServiceGroup.LONGEST_NAME);
        assertThat(ServiceGroup.nameOf(longest, "b".repeat(18))).isEqualTo("a".repeat(57) + "… × " + "b".repeat(18));
        assertThat(ServiceGroup.nameOf(longest, longest)).isEqualTo("a".repeat(57) + "… × " + "a".repeat(57) + "…");
    }

    @Test
    void noLetterOfTwoCharactersIsCutInHalf() {
        for (String before : List.of("", "a")) {
            String name = ServiceGroup.nameOf(before + "\uD83D\uDE00".repeat(100), "Alder Cloud");
            assertThat(service(name).name().codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        }
    }

    @Test
    void aNameHasAtMost120CharactersAndIsNotBlank() {
        String longest = "x".repeat(120);

        assertThat(service(longest).name()).isEqualTo(longest);
        assertThat(ticket(longest).name()).isEqualTo("#1 " + longest);
        for (String wrong : List.of(" ", longest + "x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> service(wrong))
                    .withMessageStartingWith("name");
            assertThatIllegalArgumentException().isThrownBy(() -> ticket(wrong)).withMessageStartingWith("title");
        }
    }
}
