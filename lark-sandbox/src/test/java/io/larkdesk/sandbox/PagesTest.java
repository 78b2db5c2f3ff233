package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PagesTest {

    private static final String TARGET = "https://desk.example/lark/x/workbench?message=7&a=b";

    private final Sandbox sandbox = Sandbox.withApp();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String inbox() {
        return sandbox.get("/sandbox/inbox/ou_ann").body();
    }

    private void send(String elements) {
        send("", elements);
    }

    private void send(String header, String elements) {
        Answer sent = sandbox.sendCard(
                "ou_ann", "{\"schema\":\"2.0\"," + header + "\"body\":{\"elements\":[" + elements + "]}}");
        assertThat(sent.code()).isZero();
    }

    private static String button(String url) {
        return "{\"tag\":\"button\",\"type\":\"primary\",\"text\":{\"tag\":\"plain_text\",\"content\":\"Open\"},"
                + "\"behaviors\":[{\"type\":\"open_url\",\"default_url\":\"" + url + "\"}]}";
    }

    @Test
    void emptyInboxSaysSoAndUnknownPersonIsNotFound() {
        assertThat(inbox()).contains("No messages yet").contains("<h1>Ann</h1>");
        Answer nobody = sandbox.get("/sandbox/inbox/ou_nobody");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.body()).contains("Nobody here");
    }

    @Test
    void cardIsDrawnWithItsTitleColourTextsAndButton() {
        send(
                "\"header\":{\"template\":\"turquoise\",\"title\":{\"tag\":\"plain_text\",\"content\":\"Sofia mentioned you\"}},",
                "{\"tag\":\"div\",\"text\":{\"tag\":\"plain_text\",\"content\":\"plain *text*\",\"lines\":2}},"
                        + "{\"tag\":\"markdown\",\"content\":\"**bold** <at id=ou_bob></at> <font color='red'>late</font> &#42;kept&#42; [link](https://a.example/x__y__z**w**) `a**b**`\"},"
                        + button("https://desk.example/"));
        assertThat(inbox())
                .contains("card-head turquoise", "Sofia mentioned you")
                .contains("-webkit-line-clamp:2\">plain *text*</div>")
                .contains("<b>bold</b>", "<span class=\"at\">@Bob</span>", "<span class=\"c-red\">late</span>")
                .contains("&#42;kept&#42;")
                .contains("href=\"https://a.example/x__y__z**w**\"", "<code>a**b**</code>")
                .contains("<a data-open class=\"card-button primary\" href=\"https://desk.example/\"");
    }

    @Test
    void appLinkOfTheWebAppLeadsToItsPage() {
        String link = "https://applink.larksuite.com/client/web_app/open?appId=" + sandbox.app
                + "&mode=window&lk_target_url=" + Sandbox.encode(TARGET);
        send(button(link));
        assertThat(inbox()).contains("href=\"https://desk.example/lark/x/workbench?message=7&amp;a=b\"");

        sandbox.app(settings -> settings.put("home_page", "https://desk.example/lark/x/workbench"));
        send(button("https://applink.feishu.cn/client/web_app/open?appId=" + sandbox.app + "&path=/lark/x/other"));
        assertThat(inbox()).contains("href=\"https://desk.example/lark/x/other\"");
        send(button("https://applink.larksuite.com/client/web_app/open?appId=" + sandbox.app));
        assertThat(inbox()).contains("href=\"https://desk.example/lark/x/workbench\"");
        send(button("https://applink.larksuite.com/client/web_url/open?mode=window&url="
                + Sandbox.encode("https://b.example/")));
        assertThat(inbox()).contains("href=\"https://b.example/\"");
    }

    @Test
    void nothingOfACardBecomesMarkupOrScript() {
        String evil = "<img src=x onerror=alert(1)>\\\"'";
        send(
                "\"header\":{\"title\":{\"tag\":\"plain_text\",\"content\":\"" + evil + "\"}},",
                "{\"tag\":\"div\",\"text\":{\"tag\":\"plain_text\",\"content\":\"" + evil
                        + "\",\"text_size\":\"x\\\" onload=\\\"\"}},"
                        + "{\"tag\":\"markdown\",\"content\":\"" + evil
                        + " <at id=ou_bob>" + evil
                        + "</at> [x](https://a.example/\\\"onclick=) [y](javascript:alert)\"},"
                        + button("javascript:alert(1)") + ","
                        + button("https://a.example/%22%3E%3Cscript%3E") + ","
                        + "{\"tag\":\"column_set\",\"flex_mode\":\"\\\"><script>\",\"columns\":[]}");
        assertThat(inbox())
                .doesNotContain("<img", "\"'</", "href=\"javascript", "<script>alert", "x\" onload")
                .contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;")
                .containsOnlyOnce("<script>");
    }

    @Test
    void newestMessageIsFirstAndOlderSchemaAndTextAreDrawnToo() {
        sandbox.sendCard(
                "ou_ann",
                "{\"header\":{\"title\":{\"tag\":\"plain_text\",\"content\":\"older schema\"},\"template\":\"red\"},\"elements\":[{\"tag\":\"action\",\"actions\":[{\"tag\":\"button\",\"text\":{\"tag\":\"plain_text\",\"content\":\"Go\"},\"url\":\"https://c.example/\"}]}]}");
        sandbox.call("POST", "/im/v1/messages?receive_id_type=open_id", body -> body.put("receive_id", "ou_ann")
                .put("msg_type", "text")
                .put("content", "{\"text\":\"just <text>\"}"));
        String page = inbox();
        assertThat(page).contains("just &lt;text&gt;", "older schema", "href=\"https://c.example/\"");
        assertThat(page.indexOf("just &lt;text&gt;")).isLessThan(page.indexOf("older schema"));
    }

    @Test
    void pageAsksForChangesAndGetsThemOnlyWhenThereAreSome() {
        assertThat(sandbox.get("/sandbox/inbox/ou_ann?version=0").status()).isEqualTo(204);
        String id = sandbox.sendCard("ou_ann", Sandbox.CARD)
                .data()
                .path("message_id")
                .asText();
        Answer changed = sandbox.get("/sandbox/inbox/ou_ann?version=0");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).contains("hello").doesNotContain("<html");
        String version = changed.header("X-Inbox-Version");
        assertThat(sandbox.get("/sandbox/inbox/ou_ann?version=" + version).status())
                .isEqualTo(204);
        sandbox.call(
                "PATCH", "/im/v1/messages/" + id, body -> body.put("content", Sandbox.CARD.replace("hello", "bye")));
        assertThat(sandbox.get("/sandbox/inbox/ou_ann?version=" + version).body())
                .contains("bye", "updated");
    }

    @Test
    void indexOfAnEmptySandboxSaysWhatToDo() {
        try (Sandbox empty = new Sandbox()) {
            assertThat(empty.get("/").body()).contains("Nothing here yet", "POST /sandbox/apps");
        }
    }

    @Test
    void indexLeadsToEveryPersonAndIntoTheApp() {
        sandbox.app(settings -> settings.put("home_page", "https://desk.example/lark/x/workbench")
                .put("app_name", "<Desk>"));
        String index = sandbox.get("/").body();
        assertThat(index)
                .contains("Acme", "&lt;Desk&gt;", "0 of 10000 calls used")
                .contains("href=\"/sandbox/inbox/ou_ann\"", "href=\"/sandbox/open?open_id=ou_ann\"")
                .doesNotContain("<Desk>")
                .doesNotContainPattern("(src|href)=\"https?://");
        Answer open = sandbox.get("/sandbox/open?open_id=ou_ann");
        assertThat(open.header("Location")).isEqualTo("https://desk.example/lark/x/workbench");
        assertThat(open.header("Set-Cookie"))
                .isEqualTo("lark_sandbox_" + sandbox.app + "=ou_ann; Path=/; SameSite=Lax");
        Answer forget = sandbox.get("/sandbox/open?forget=ou_ann");
        assertThat(forget.header("Location")).isEqualTo("/");
        assertThat(forget.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(sandbox.get("/sandbox/open?open_id=ou_none").status()).isEqualTo(404);
    }
}
