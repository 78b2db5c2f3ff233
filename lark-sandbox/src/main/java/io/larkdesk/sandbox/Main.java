package io.larkdesk.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The sandbox as a program. {@code LARK_SANDBOX_PORT} is its port on the loopback address, 8081 when unset; {@code LARK_SANDBOX_SCENE}, if
 * set, the JSON file with which it begins.
 */
public final class Main {

    private static final int USUAL_PORT = 8081;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        int port = port(System.getenv(), System.err);
        if (port < 0) {
            System.exit(2);
        }
        try {
            LarkSandbox sandbox = LarkSandbox.start(port);
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            String scene = System.getenv().getOrDefault("LARK_SANDBOX_SCENE", "");
            if (!scene.isBlank()) {
                Scene.read(Path.of(scene)).set(sandbox.baseUrl());
            }
            System.out.println("Lark sandbox: " + sandbox.baseUrl() + "/");
            new CountDownLatch(1).await();
        } catch (IOException e) {
            System.err.println("LARK_SANDBOX_PORT: port " + port + " cannot be had: " + e.getMessage());
            System.exit(1);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            System.err.println("LARK_SANDBOX_SCENE: " + e.getMessage());
            System.exit(1);
        }
    }

    /** The port to listen on, or -1 after one line that says what is wrong with it. */
    static int port(Map<String, String> environment, PrintStream complaints) {
        String text = environment.getOrDefault("LARK_SANDBOX_PORT", "");
        if (text.isBlank()) {
            return USUAL_PORT;
        }
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        complaints.println("LARK_SANDBOX_PORT: must be a number from 0 to 65535, not " + text);
        return -1;
    }
}
