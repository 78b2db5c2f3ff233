package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machine's own nginx with {@code deploy/nginx.conf}, of which only the lines that say so are changed; it stands on ports of its own. */
final class Nginx implements AutoCloseable {

    /** As whom browsers ask for it: what {@code LARKDESK_PUBLIC_URL} of the nodes says. */
    static final String HOST = "127.0.0.1";

    /** As whom browsers ask for it that begin with TLS, which has no addresses. */
    static final String NAME = "desk.example.com";

    private static final Path FILE = Path.of("../deploy/nginx.conf");
    private static final String PROGRAM = "/usr/sbin/nginx";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final int port;
    private final int tlsPort;
    private final Path folder;
    private final Process process;

    private Nginx(int port, int tlsPort, Path folder, Process process) {
        this.port = port;
        this.tlsPort = tlsPort;
        this.folder = folder;
        this.process = process;
    }

    /** Starts it in front of {@code nodes}, on {@code port} under its address, with all that it writes in {@code folder}. */
    static Nginx start(int port, List<URI> nodes, Path folder) {
        return start(HOST + " " + NAME, port, Program.freePort(), nodes, folder);
    }

    /** The same, on {@code tlsPort} under its name. */
    static Nginx startWithTls(int tlsPort, List<URI> nodes, Path folder) {
        return start(NAME + " " + HOST, Program.freePort(), tlsPort, nodes, folder);
    }

    /** The first of {@code names} is what nodes are told. */
    private static Nginx start(String names, int port, int tlsPort, List<URI> nodes, Path folder) {
        try {
            Files.createDirectories(folder.resolve("tmp"));
            makeCertificate(folder);
            String conf = own(Files.readString(FILE), names, port, tlsPort, nodes, folder);
            Files.writeString(folder.resolve("larkdesk.conf"), conf);
            Files.writeString(folder.resolve("nginx.conf"), around(folder));
            Path log = folder.resolve("nginx.log");
            Process process = new ProcessBuilder(
                            PROGRAM,
                            "-p",
                            folder.toString(),
                            "-e",
                            "error.log",
                            "-c",
                            "nginx.conf",
                            "-g",
                            "daemon off;")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Nginx nginx = new Nginx(port, tlsPort, folder, process);
            await("nginx, see " + log).atMost(SOON).until(() -> nginx.listens() || !process.isAlive());
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(PROGRAM + " cannot be started: apt-get install nginx", e);
        }
    }

    private static void makeCertificate(Path folder) {
        Command.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + HOST,
                "-addext",
                "subjectAltName=IP:" + HOST,
                "-keyout",
                folder + "/desk.key",
                "-out",
                folder + "/desk.pem");
    }

    private static String own(String text, String names, int port, int tlsPort, List<URI> nodes, Path folder) {
        String conf = text;
        for (int i = 0; i < nodes.size(); i++) {
            conf = swap(
                    conf,
                    "server larkdesk-" + (i + 1) + ":8080",
                    "server " + nodes.get(i).getAuthority());
        }
        conf = swap(conf, "listen 80", "listen 127.0.0.1:" + Program.freePort());
        // Without TLS too, for browsers that know no certificates
        conf = swap(
                conf,
                "listen 443 ssl http2;",
                "listen 127.0.0.1:%d ssl http2; listen 127.0.0.1:%d;".formatted(tlsPort, port));
        conf = swap(
                conf,
                "listen 443 ssl default_server;",
                "listen 127.0.0.1:%d ssl default_server; listen 127.0.0.1:%d default_server;".formatted(tlsPort, port));
        conf = swap(conf, "server_name desk.example.com", "server_name " + names);
        return swap(conf, "/etc/nginx/tls", folder.toString());
    }

    /** Only in lines that are the operator's. */
    private static String swap(String conf, String from, String to) {
        String swapped = Pattern.compile("(?m)^(.*)" + Pattern.quote(from) + "(.*# yours)$")
                .matcher(conf)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + to + found.group(2)));
        assertThat(swapped).as("has no '%s' that is the operator's", from).isNotEqualTo(conf);
        return swapped;
    }

    private static String around(Path folder) {
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        return """
                %s
                pid %s/nginx.pid;
                events { worker_connections 1024; }
                http {
                  access_log %2$s/access.log;
                  client_body_temp_path %2$s/tmp/body;
                  proxy_temp_path %2$s/tmp/proxy;
                  fastcgi_temp_path %2$s/tmp/fastcgi;
                  uwsgi_temp_path %2$s/tmp/uwsgi;
                  scgi_temp_path %2$s/tmp/scgi;
                  include %2$s/larkdesk.conf;
                }
                """.formatted(user, folder);
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where browsers find it. */
    URI url() {
        return URI.create("http://" + HOST + ":" + port);
    }

    /** Where they find it with TLS, by the certificate {@link #certificate}. */
    int tlsPort() {
        return tlsPort;
    }

    Path certificate() {
        return folder.resolve("desk.pem");
    }

    /** What went wrong between it and nodes. */
    List<String> errors() {
        try {
            return Files.readAllLines(folder.resolve("error.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
