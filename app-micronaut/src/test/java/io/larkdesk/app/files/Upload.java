package io.larkdesk.app.files;

import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A form with files, as browsers send it. */
public final class Upload {

    static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Upload text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Upload field(String name, String value) {
        return text(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    /** One more file. */
    public Upload file(String name, String type, byte[] content) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        bytes.writeBytes(content);
        return text("\r\n");
    }

    /** The form, to its end. */
    public byte[] whole() {
        text("--" + BOUNDARY + "--\r\n");
        return bytes.toByteArray();
    }

    /** Sends {@code body}, a form with files, to {@code path}, as the page's script does. */
    public static Answer send(SignedIn who, String path, BodyPublisher body) {
        return who.browser()
                .send(
                        "POST",
                        path,
                        body,
                        "Content-Type",
                        TYPE,
                        "X-Fragment",
                        "1",
                        "Accept",
                        "application/json",
                        "X-CSRF-Token",
                        who.csrf());
    }

    static byte[] zeros(int length) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 'z');
        return content;
    }
}
