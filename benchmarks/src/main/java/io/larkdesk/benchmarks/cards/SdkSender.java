package io.larkdesk.benchmarks.cards;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.lark.oapi.Client;
import com.lark.oapi.service.im.v1.model.CreateMessageReq;
import com.lark.oapi.service.im.v1.model.CreateMessageReqBody;
import java.net.URI;
import java.util.UUID;

/** Lark's own library for Java. */
final class SdkSender implements Sender {

    private final ObjectMapper mapper = new ObjectMapper();
    private final Client client;

    SdkSender(URI lark) {
        this.client = Client.newBuilder("cli_quay", "quay-secret")
                .openBaseUrl(lark.toString())
                .build();
    }

    @Override
    public boolean send(String openId, UUID uuid) throws Exception {
        CreateMessageReqBody body = CreateMessageReqBody.newBuilder()
                .receiveId(openId)
                .msgType("interactive")
                .content(BareSender.card(mapper))
                .uuid(uuid.toString())
                .build();
        CreateMessageReq request = CreateMessageReq.newBuilder()
                .receiveIdType("open_id")
                .createMessageReqBody(body)
                .build();
        return client.im().v1().message().create(request).success();
    }

    @Override
    public void close() {
        // It has no end of its own
    }
}
