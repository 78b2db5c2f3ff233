package io.larkdesk.storage.s3;

import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * S3Proxy, a server of others that speaks S3 and checks signatures, as a process with a folder. It can be stopped, and started anew where it
 * was, with what it had.
 */
public final class S3Server implements AutoCloseable {

    /** Who may ask. */
    public static final String ACCESS_KEY = "larkdesk-tests";

    /** By what it proves to be that. */
    public static final String SECRET_KEY = "not-much-of-a-secret";

    /** The bucket that is there. */
    public static final String BUCKET = "files";

    private static final Duration AT_THE_START = Duration.ofSeconds(30);
    private static final Path PROGRAM = Path.of("../adapter-storage-s3/target/s3-server.jar");
    private static final Pattern STARTED = Pattern.compile("Started .*\\(http/1\\.1\\)}\\{127\\.0\\.0\\.1:(\\d+)}");

    private final Path folder;
    private Process process;
    private int port;

    private S3Server(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("store"));
        this.process = launch();
    }

    /** Starts one with an empty bucket. */
    public static S3Server start() {
        try {
            S3Server server = new S3Server(Files.createTempDirectory("s3"));
            MinioClient.builder()
                    .endpoint(server.endpoint().toString())
                    .region("us-east-1")
                    .credentials(ACCESS_KEY, SECRET_KEY)
                    .httpClient(Wire.client(AT_THE_START))
                    .build()
                    .makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
            return server;
        } catch (IOException | MinioException e) {
            throw new IllegalStateException("the S3 server cannot be started", e);
        }
    }

    private Process launch() throws IOException {
        Path properties = Files.write(
                folder.resolve("s3.properties"),
                List.of(
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.authorization=aws-v4",
                        "s3proxy.identity=" + ACCESS_KEY,
                        "s3proxy.credential=" + SECRET_KEY,
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + folder.resolve("store")));
        Process launched = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        PROGRAM.toAbsolutePath().toString(),
                        "--properties",
                        properties.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader log =
                new BufferedReader(new InputStreamReader(launched.getInputStream(), StandardCharsets.UTF_8));
        port = readPort(log);
        Thread drain = new Thread(() -> log.lines().forEach(line -> {}), "s3-server-log");
        drain.setDaemon(true);
        drain.start();
        return launched;
    }

    private static int readPort(BufferedReader log) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("the S3 server has ended: " + said);
    }

    /** Where it is, also while it is stopped. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** How many objects there are. */
    public long count() {
        try (Stream<Path> files = Files.walk(folder.resolve("store").resolve(BUCKET))) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it; nobody answers at its address any more. */
    public void stop() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it anew, with what it had. */
    public void restart() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
