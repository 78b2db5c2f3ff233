package io.larkdesk.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection through a {@link DatabaseProxy}, which reads the server's messages far enough to know what was carried out. */
final class Link {

    private static final int COMMAND_COMPLETE = 'C';
    private static final int READY_FOR_QUERY = 'Z';
    private static final int LENGTH_BYTES = 4;

    private final DatabaseProxy proxy;
    private final Socket node;
    private volatile Socket server = new Socket();
    private volatile boolean listens;
    private volatile boolean deaf;

    Link(DatabaseProxy proxy, Socket node) {
        this.proxy = proxy;
        this.node = node;
    }

    /** Ends both sides. */
    void cut() {
        close(node);
        close(server);
    }

    boolean deafenIfItListens() {
        deaf = listens;
        return deaf;
    }

    void carryRequests(Socket upstream) {
        server = upstream;
        byte[] bytes = new byte[8192];
        try (InputStream from = node.getInputStream();
                OutputStream to = upstream.getOutputStream()) {
            for (int length = from.read(bytes); length >= 0; length = from.read(bytes)) {
                proxy.comeThrough();
                if (!deaf) {
                    to.write(bytes, 0, length);
                }
            }
        } catch (IOException e) {
            // one side is gone, so the other goes too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            cut();
        }
    }

    void carryAnswers(Socket upstream) {
        try (DataInputStream from = new DataInputStream(new BufferedInputStream(upstream.getInputStream()));
                DataOutputStream to = new DataOutputStream(new BufferedOutputStream(node.getOutputStream()))) {
            boolean wrote = false;
            while (true) {
                int type = from.readUnsignedByte();
                int length = from.readInt();
                byte[] content = from.readNBytes(length - LENGTH_BYTES);
                proxy.comeThrough();
                if (type == COMMAND_COMPLETE) {
                    String command = new String(content, StandardCharsets.US_ASCII).strip();
                    listens = listens || command.startsWith("LISTEN");
                    if (command.startsWith("COMMIT") && wrote && proxy.losesCommit()) {
                        return;
                    }
                    wrote = command.startsWith("INSERT") || (wrote && !isEnd(command));
                }
                if (type == READY_FOR_QUERY) {
                    proxy.takeTime();
                }
                if (!deaf) {
                    to.writeByte(type);
                    to.writeInt(length);
                    to.write(content);
                    if (from.available() == 0) {
                        to.flush();
                    }
                }
            }
        } catch (IOException e) {
            // one side is gone, so the other goes too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!deaf) {
                cut();
            }
        }
    }

    private static boolean isEnd(String command) {
        return command.startsWith("COMMIT") || command.startsWith("ROLLBACK");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
