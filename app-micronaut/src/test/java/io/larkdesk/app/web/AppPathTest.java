package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.tenant.AppId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lark/cli_1",
                "/lark/cli_1/",
                "/lark/cli_1/groups/g/messages",
                "/thirdparty/lark/cli_1/login",
                "/thirdparty/lark/cli_1/oauth2/callback"
            })
    void anAddressNamesItsApp(String path) {
        assertThat(AppPath.parse(path)).hasValue(new AppId("cli_1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/lark",
                "/lark/",
                "/lark//cli_1",
                "//lark/cli_1",
                "/lark/%63li_1",
                "/lark/cli_1;x=y",
                "/l%61rk/cli_1",
                "/x/lark/cli_1",
                "/thirdparty/cli_1",
                "/assets/lark/cli_1"
            })
    void anAddressInDisguiseNamesNone(String path) {
        assertThat(AppPath.parse(path)).isEmpty();
    }
}
