package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.http.HttpRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    private static final AppId APP = new AppId("cli_harbour");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/lark/cli_harbour",
                "https:/lark/cli_harbour",
                "javascript:alert(1)",
                "//evil.example/lark/cli_harbour/workbench",
                "/lark/cli_harbour@evil.example",
                "/lark/cli_harbour.evil.example/workbench",
                "/lark/cli_harbours/workbench",
                "/lark/cli_meridian/workbench",
                "/lark/CLI_HARBOUR/workbench",
                "/lark/cli_harbour//evil.example",
                "/lark/cli_harbour/..//evil.example",
                "/lark/cli_harbour/../cli_meridian/workbench",
                "/lark/cli_harbour/./workbench",
                "/lark/cli_harbour/%2e%2e/%2e%2e/evil",
                "/lark/cli_harbour/%2f%2fevil.example",
                "/lark/cli_harbour/%5cevil.example",
                "/lark/cli_harbour/%0d%0aSet-Cookie:x=y",
                "/lark/cli_harbour/\r\nSet-Cookie: x=y",
                "/lark/cli_harbour/\tworkbench",
                "/lark/cli_harbour/workbench\u0000",
                "/lark/cli_harbour/workbench ",
                " /lark/cli_harbour/workbench",
                "/lark/cli_harbour/workbench#m-1",
                "/lark/cli_harbour/workbench?next=https://evil.example",
                "/lark/cli_harbour/\u3002\u3002/evil",
                "/lark/cli_harbour\uff0fworkbench",
                "/thirdparty/lark/cli_harbour/login",
                "/consoles"
            })
    void otherAddressesAreNoPagesOfTheApp(String text) {
        assertThat(LocalPath.parse(APP, text)).isEmpty();
    }

    @Test
    void anAddressCanBeTooLong() {
        String longest = "/lark/cli_harbour/" + "a".repeat(512 - "/lark/cli_harbour/".length());

        assertThat(LocalPath.parse(APP, longest)).isPresent();
        assertThat(LocalPath.parse(APP, longest + "a")).isEmpty();
    }

    @Test
    void noneIsMadeOfAnAddressThatIsNoPageOfTheApp() {
        assertThatThrownBy(() -> new LocalPath(APP, "//evil.example")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRequestLeadsBackToItself() {
        assertThat(LocalPath.of(APP, HttpRequest.GET("/lark/cli_harbour/groups/g?m=17")))
                .hasToString("/lark/cli_harbour/groups/g?m=17");
        assertThat(LocalPath.of(APP, HttpRequest.GET("/lark/cli_harbour/groups/g")))
                .hasToString("/lark/cli_harbour/groups/g");
    }

    @Test
    void aForeignQueryIsLeftOut() {
        assertThat(LocalPath.of(APP, HttpRequest.GET("/lark/cli_harbour/groups/g?from=https%3A%2F%2Fevil.example")))
                .hasToString("/lark/cli_harbour/groups/g");
    }

    @Test
    void aLinkToAnEmergencyLeadsBackToItself() {
        EmergencyId emergency =
                new EmergencyId(new GroupId(new TenantId(new UUID(1, 2)), new UUID(3, 4)), new UUID(5, 6));
        String page = "/console/emergencies/" + emergency + "/acknowledge";

        assertThat(LocalPath.of(APP, HttpRequest.GET(page))).hasToString(page);
        assertThat(LocalPath.parse(APP, "/console/emergencies/..")).isEmpty();
        assertThat(LocalPath.parse(APP, "/console/.emergencies")).isEmpty();
    }

    @Test
    void aForeignPathLeadsToTheWorkbench() {
        assertThat(LocalPath.of(APP, HttpRequest.GET("/lark/cli_harbour/groups/%2E%2E?m=1")))
                .hasToString("/lark/cli_harbour/workbench");
    }
}
