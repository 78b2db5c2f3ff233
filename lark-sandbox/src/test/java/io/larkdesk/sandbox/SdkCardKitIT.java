package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.Client;
import com.lark.oapi.core.response.BaseResponse;
import com.lark.oapi.service.cardkit.v1.model.BatchUpdateCardReq;
import com.lark.oapi.service.cardkit.v1.model.BatchUpdateCardReqBody;
import com.lark.oapi.service.cardkit.v1.model.Card;
import com.lark.oapi.service.cardkit.v1.model.ContentCardElementReq;
import com.lark.oapi.service.cardkit.v1.model.ContentCardElementReqBody;
import com.lark.oapi.service.cardkit.v1.model.CreateCardElementReq;
import com.lark.oapi.service.cardkit.v1.model.CreateCardElementReqBody;
import com.lark.oapi.service.cardkit.v1.model.CreateCardReq;
import com.lark.oapi.service.cardkit.v1.model.CreateCardReqBody;
import com.lark.oapi.service.cardkit.v1.model.CreateCardResp;
import com.lark.oapi.service.cardkit.v1.model.DeleteCardElementReq;
import com.lark.oapi.service.cardkit.v1.model.DeleteCardElementReqBody;
import com.lark.oapi.service.cardkit.v1.model.IdConvertCardReq;
import com.lark.oapi.service.cardkit.v1.model.IdConvertCardReqBody;
import com.lark.oapi.service.cardkit.v1.model.IdConvertCardResp;
import com.lark.oapi.service.cardkit.v1.model.PatchCardElementReq;
import com.lark.oapi.service.cardkit.v1.model.PatchCardElementReqBody;
import com.lark.oapi.service.cardkit.v1.model.SettingsCardReq;
import com.lark.oapi.service.cardkit.v1.model.SettingsCardReqBody;
import com.lark.oapi.service.cardkit.v1.model.UpdateCardElementReq;
import com.lark.oapi.service.cardkit.v1.model.UpdateCardElementReqBody;
import com.lark.oapi.service.cardkit.v1.model.UpdateCardReq;
import com.lark.oapi.service.cardkit.v1.model.UpdateCardReqBody;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The card entities of Lark's own Java SDK against the sandbox; every call once well and once with a stale sequence. */
final class SdkCardKitIT {

    private static final int STALE = 300317;
    private static final String CARD =
            "{\"schema\":\"2.0\",\"body\":{\"elements\":[{\"tag\":\"markdown\",\"element_id\":\"text\",\"content\":\"one\"}]}}";

    private final Sandbox sandbox = Sandbox.withApp();
    private final Client lark = Client.newBuilder(sandbox.app, "secret")
            .openBaseUrl(sandbox.baseUrl())
            .requestTimeout(5, TimeUnit.SECONDS)
            .build();
    private String card = "";

    @BeforeEach
    void createAndSend() throws Exception {
        card = create(CARD).getData().getCardId();
        Answer sent = sandbox.sendCard("ou_ann", "{\"type\":\"card\",\"data\":{\"card_id\":\"" + card + "\"}}");
        assertThat(sent.code()).isZero();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private interface Change {
        BaseResponse<?> at(int sequence) throws Exception;
    }

    /** The change is done, is seen by Ann, and is refused when it comes again with the same sequence. */
    private void assertChanges(String seen, Change change) throws Exception {
        assertThat(change.at(7).getCode()).isZero();
        assertThat(sandbox.get("/sandbox/inbox/ou_ann").body()).contains(seen);
        BaseResponse<?> stale = change.at(7);
        assertThat(stale.getCode()).isEqualTo(STALE);
        assertThat(stale.getRawResponse().getStatusCode()).isEqualTo(400);
    }

    private CreateCardResp create(String data) throws Exception {
        return lark.cardkit()
                .v1()
                .card()
                .create(CreateCardReq.newBuilder()
                        .createCardReqBody(CreateCardReqBody.newBuilder()
                                .type("card_json")
                                .data(data)
                                .build())
                        .build());
    }

    @Test
    void cardThatIsNoneIsRefused() throws Exception {
        assertThat(create("{}").getCode()).isEqualTo(300307);
        assertThat(create("{\"elements\":[]}").getCode()).isEqualTo(300303);
    }

    @Test
    void cardIsUpdated() throws Exception {
        assertChanges("updated text", sequence -> lark.cardkit()
                .v1()
                .card()
                .update(UpdateCardReq.newBuilder()
                        .cardId(card)
                        .updateCardReqBody(UpdateCardReqBody.newBuilder()
                                .card(Card.newBuilder()
                                        .type("card_json")
                                        .data(CARD.replace("one", "updated text"))
                                        .build())
                                .sequence(sequence)
                                .build())
                        .build()));
    }

    @Test
    void settingsAreChanged() throws Exception {
        assertChanges("card compact", sequence -> lark.cardkit()
                .v1()
                .card()
                .settings(SettingsCardReq.newBuilder()
                        .cardId(card)
                        .settingsCardReqBody(SettingsCardReqBody.newBuilder()
                                .settings("{\"config\":{\"width_mode\":\"compact\"}}")
                                .sequence(sequence)
                                .build())
                        .build()));
    }

    @Test
    void batchIsDone() throws Exception {
        assertChanges("by batch", sequence -> lark.cardkit()
                .v1()
                .card()
                .batchUpdate(BatchUpdateCardReq.newBuilder()
                        .cardId(card)
                        .batchUpdateCardReqBody(BatchUpdateCardReqBody.newBuilder()
                                .actions("[{\"action\":\"partial_update_element\",\"params\":{\"element_id\":\"text\","
                                        + "\"partial_element\":{\"content\":\"by batch\"}}}]")
                                .sequence(sequence)
                                .build())
                        .build()));
    }

    @Test
    void elementIsAdded() throws Exception {
        assertChanges("a second text", sequence -> lark.cardkit()
                .v1()
                .cardElement()
                .create(CreateCardElementReq.newBuilder()
                        .cardId(card)
                        .createCardElementReqBody(CreateCardElementReqBody.newBuilder()
                                .type("append")
                                .elements("[{\"tag\":\"markdown\",\"content\":\"a second text\"}]")
                                .sequence(sequence)
                                .build())
                        .build()));
    }

    @Test
    void elementIsReplaced() throws Exception {
        assertChanges("in its place", sequence -> lark.cardkit()
                .v1()
                .cardElement()
                .update(UpdateCardElementReq.newBuilder()
                        .cardId(card)
                        .elementId("text")
                        .updateCardElementReqBody(UpdateCardElementReqBody.newBuilder()
                                .element("{\"tag\":\"markdown\",\"content\":\"in its place\"}")
                                .sequence(sequence)
                                .build())
                        .build()));
    }

    @Test
    void elementIsChanged() throws Exception {
        assertChanges("in part", sequence -> lark.cardkit()
                .v1()
                .cardElement()
                .patch(PatchCardElementReq.newBuilder()
                        .cardId(card)
                        .elementId("text")
                        .patchCardElementReqBody(PatchCardElementReqBody.newBuilder()
                                .partialElement("{\"content\":\"in part\"}")
                                .sequence(sequence)
                                .build())
                        .build()));
    }

    @Test
    void textOfAnElementIsStreamed() throws Exception {
        assertChanges("streamed", sequence -> lark.cardkit()
                .v1()
                .cardElement()
                .content(ContentCardElementReq.newBuilder()
                        .cardId(card)
                        .elementId("text")
                        .contentCardElementReqBody(ContentCardElementReqBody.newBuilder()
                                .content("streamed")
                                .sequence(sequence)
                                .build())
                        .build()));
    }

    @Test
    void elementIsDeleted() throws Exception {
        assertChanges("<div class=\"card-body\"></div>", sequence -> lark.cardkit()
                .v1()
                .cardElement()
                .delete(DeleteCardElementReq.newBuilder()
                        .cardId(card)
                        .elementId("text")
                        .deleteCardElementReqBody(DeleteCardElementReqBody.newBuilder()
                                .sequence(sequence)
                                .build())
                        .build()));
    }

    @Test
    void messageIsTurnedIntoItsCard() throws Exception {
        String message = sandbox.sendCard("ou_bob", Sandbox.CARD)
                .data()
                .path("message_id")
                .asText();
        assertThat(convert(message).getData().getCardId()).matches("\\d{19}");
        assertThat(convert("om_none").getCode()).isEqualTo(10002);
    }

    private IdConvertCardResp convert(String messageId) throws Exception {
        return lark.cardkit()
                .v1()
                .card()
                .idConvert(IdConvertCardReq.newBuilder()
                        .idConvertCardReqBody(IdConvertCardReqBody.newBuilder()
                                .messageId(messageId)
                                .build())
                        .build());
    }
}
